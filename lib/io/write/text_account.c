/* The way of one pair through a scan, for people. */
#include "base/check.h"
#include "io/write/text_blocks.h"
#include "io/write/text_state.h"
#include "io/write/text_words.h"

static void add(twt_cell *cell, const char *text)
{
    twt_cell_add_string(cell, text, TWT_STYLE_PLAIN);
}

static void add_document(twt_writer *writer, twt_cell *cell, uint32_t number)
{
    twt_cell_add_id(cell, twt_writer_document(writer, number)->id, TWT_STYLE_BOLD);
}

static void put_heading(twt_writer *writer, const char *heading)
{
    twt_text_put(writer, heading, TWT_STYLE_BOLD);
    twt_put(writer, "\n", 1);
}

static twt_cell *begin_line(twt_writer *writer)
{
    twt_put_blanks(writer, 2);
    return twt_text_cell(writer, 0);
}

static void end_line(twt_writer *writer, const twt_cell *cell)
{
    twt_cell_put_paragraph(writer, cell, 2, 4);
}

static void put_line(twt_writer *writer, const char *text)
{
    twt_cell *cell = begin_line(writer);
    add(cell, text);
    end_line(writer, cell);
}

/* ---- who, and what came of it ---------------------------------------------------------------------------- */

static void put_documents(twt_writer *writer, const twt_account *account)
{
    for (int side = 0; side < 2; side++) {
        twt_cell *cell = twt_text_cell(writer, 0);
        add_document(writer, cell, account->documents[side]);
        add(cell, ", ");
        twt_add_count(cell, account->words[side], "word", "words");
        twt_put_string(writer, side ? "b  " : "a  ");
        twt_cell_put_paragraph(writer, cell, 3, 3);
    }
}

static bool are_of_one_hub(const twt_account *account)
{
    return account->hubs[0] != TWT_NO_NUMBER && account->hubs[0] == account->hubs[1];
}

static void put_outcome(twt_writer *writer, const twt_account *account)
{
    static const char *const outcomes[] = {
        [TWT_STEP_WORDS] = "Not reported: a text without words is like nothing.",
        [TWT_STEP_CANDIDATE] = "Not reported: the two never became a candidate pair.",
        [TWT_STEP_VERIFY] = "Not reported: a candidate pair, but verification found no reuse.",
        [TWT_STEP_COMMON] = "Not reported: what they share is common in this collection.",
        [TWT_STEP_RECURRING] = "Not reported: what they share recurs in many documents."};
    twt_cell *cell = twt_text_cell(writer, 0);
    if (account->step == TWT_STEP_CANDIDATE && are_of_one_hub(account)) {
        add(cell, "Not held against each other: both are near one text that many are like.");
    } else if (account->is_spared) {
        add(cell, "Not held against each other: the texts that stand for their families show no reuse.");
    } else if (account->step != TWT_STEP_REPORTED) {
        add(cell, outcomes[account->step]);
    } else {
        add(cell, "Reported as ");
        twt_cell_add_string(cell, twt_relation_name(account->relation), TWT_STYLE_BOLD);
        add(cell, ", confidence ");
        twt_add_confidence(cell, account->confidence);
        add(cell, ".");
    }
    twt_cell_put_paragraph(writer, cell, 0, 0);
}

/* ---- candidates ------------------------------------------------------------------------------------------ */

/* The checks of the rules from first to last. */
static void put_rules(twt_writer *writer, const twt_account *account, twt_rule first, twt_rule last)
{
    size_t begin = 0, end;
    while (begin < account->check_count && (account->checks[begin].rule < first || account->checks[begin].rule > last))
        begin++;
    for (end = begin;
         end < account->check_count && account->checks[end].rule >= first && account->checks[end].rule <= last;)
        end++;
    twt_text_put_rules(writer, account->checks + begin, end - begin);
}

static void put_stand_in(twt_writer *writer, const twt_account *account, int side)
{
    uint32_t first = account->first_copies[side], representative = account->representatives[side];
    if (first != account->documents[side]) {
        twt_cell *cell = begin_line(writer);
        add_document(writer, cell, first);
        add(cell, side ? " has the words of b and stands for it" : " has the words of a and stands for it");
        end_line(writer, cell);
    }
    if (representative == first || representative == TWT_NO_NUMBER)
        return;
    twt_cell *cell = begin_line(writer);
    add_document(writer, cell, representative);
    add(cell, side ? " stands for the family of b" : " stands for the family of a");
    end_line(writer, cell);
}

static void put_feature(twt_writer *writer, const twt_document *from, const twt_shared_feature *feature)
{
    twt_slice words = twt_slice_of(from->text, from->text_len, feature->at);
    twt_cell *cell = twt_text_cell(writer, 0);
    add(cell, "“");
    twt_cell_add(cell, words.bytes, words.len, TWT_STYLE_PLAIN);
    add(cell, "”: ");
    twt_cell_add_fixed(cell, feature->weight, 2);
    add(cell, ", in ");
    twt_add_count(cell, feature->families, "family", "families");
    add(cell, feature->is_counted ? "" : ": too many to count");
    twt_put_blanks(writer, 4);
    twt_cell_put_paragraph(writer, cell, 4, 6);
}

static void put_features(twt_writer *writer, const twt_account *account)
{
    if (!account->feature_count)
        return;
    twt_cell *cell = begin_line(writer);
    add(cell, "the heaviest of ");
    twt_add_count(cell, account->shared_features, "shared feature", "shared features");
    end_line(writer, cell);
    for (size_t i = 0; i < account->feature_count; i++)
        put_feature(writer, twt_writer_document(writer, account->representatives[0]), &account->features[i]);
}

/* Why two that look like a pair are none. */
static void put_hub(twt_writer *writer, const twt_account *account)
{
    if (account->is_candidate || !are_of_one_hub(account))
        return;
    twt_cell *cell = begin_line(writer);
    add(cell, "many are like ");
    add_document(writer, cell, account->hubs[0]);
    add(cell, ": each is held against it and the nearest few, not against all others");
    end_line(writer, cell);
}

static void put_candidate(twt_writer *writer, const twt_account *account)
{
    static const char *const channels[] = {"the bands", "rare features", "their families", "what few short texts have",
                                           "what one adds to its family"}; /* by bit */
    bool are_copies = account->first_copies[0] == account->first_copies[1];
    put_hub(writer, account);
    twt_cell *cell = begin_line(writer);
    if (!account->is_candidate)
        add(cell, "no candidate; what follows is what verification would have said");
    else
        add(cell, are_copies ? "a candidate: the words are the same" : "a candidate by ");
    const char *between = "";
    for (unsigned bit = 0; account->is_candidate && !are_copies && bit < sizeof channels / sizeof *channels; bit++) {
        if (!(account->channels >> bit & 1))
            continue;
        add(cell, between);
        add(cell, channels[bit]);
        between = ", ";
    }
    end_line(writer, cell);
}

static void put_sieve(twt_writer *writer, const twt_account *account)
{
    put_heading(writer, "Candidates");
    for (int side = 0; side < 2; side++)
        put_stand_in(writer, account, side);
    put_rules(writer, account, TWT_RULE_BANDS, TWT_RULE_ADDED);
    put_features(writer, account);
    put_candidate(writer, account);
}

/* ---- verification ---------------------------------------------------------------------------------------- */

static void put_masking(twt_writer *writer, const twt_account *account)
{
    if (!account->masked_bytes[0] && !account->masked_bytes[1])
        return;
    twt_cell *cell = begin_line(writer);
    add(cell, "paragraphs that recur in many documents: ");
    twt_cell_add_number(cell, account->masked_bytes[0]);
    add(cell, " bytes of a, ");
    twt_cell_add_number(cell, account->masked_bytes[1]);
    add(cell, " of b; without them the pair is ");
    add(cell, twt_relation_is_reuse(account->masked) ? "still reuse" : twt_relation_name(account->masked));
    end_line(writer, cell);
}

static bool has_rule(const twt_account *account, twt_rule rule)
{
    for (size_t i = 0; i < account->check_count; i++)
        if (account->checks[i].rule == rule)
            return true;
    return false;
}

static void put_verification(twt_writer *writer, const twt_account *account)
{
    put_heading(writer, "Verification: rules in the order of asking; the first relation that holds is the verdict");
    put_rules(writer, account, TWT_RULE_EXACT, TWT_RULE_UNRELATED);
    twt_cell *cell = begin_line(writer);
    add(cell, "so the verdict is ");
    twt_cell_add_string(cell, twt_relation_name(account->verified), TWT_STYLE_BOLD);
    end_line(writer, cell);
    if (!twt_relation_is_reuse(account->verified))
        return;
    put_heading(writer, "What the collection says: formula weakens the verdict to partial, common takes it away");
    put_rules(writer, account, TWT_RULE_FORMULA, TWT_RULE_COMMON);
    if (!has_rule(account, TWT_RULE_FORMULA) && !has_rule(account, TWT_RULE_COMMON))
        put_line(writer, "nothing is asked of this verdict");
    put_masking(writer, account);
}

/* ---- clusters -------------------------------------------------------------------------------------------- */

static void put_home(twt_writer *writer, const twt_account *account, int side)
{
    twt_cell *cell = begin_line(writer);
    add(cell, side ? "b is " : "a is ");
    if (account->clusters[side] == TWT_NO_NUMBER) {
        add(cell, "in no cluster");
    } else {
        add(cell, "in cluster ");
        twt_cell_add_number(cell, (uint64_t)account->clusters[side] + 1);
        add(cell, ", of which ");
        add_document(writer, cell, account->canonicals[side]);
        add(cell, " is canonical");
    }
    end_line(writer, cell);
}

/* A member is a version of the canonical one; so what matters is how the other stands to that. */
static void put_distance(twt_writer *writer, const twt_account *account, int side)
{
    if (account->clusters[1 - side] == TWT_NO_NUMBER || account->clusters[0] == account->clusters[1])
        return;
    twt_cell *cell = begin_line(writer);
    add(cell, side ? "b and a's canonical version: " : "a and b's canonical version: ");
    add(cell, twt_relation_is_reuse(account->to_other[side]) ? twt_relation_name(account->to_other[side])
                                                             : "no pair that is reported");
    end_line(writer, cell);
}

static void put_clusters(twt_writer *writer, const twt_account *account)
{
    put_heading(writer, "Clusters");
    for (int side = 0; side < 2; side++)
        put_home(writer, account, side);
    for (int side = 0; side < 2; side++)
        put_distance(writer, account, side);
    twt_cell *cell = begin_line(writer);
    add(cell, account->link ? "a link between them: " : "no link between them");
    add(cell, account->link ? twt_relation_name(account->link->relation) : "");
    end_line(writer, cell);
}

void twt_text_put_account(twt_writer *writer, const twt_account *account)
{
    put_documents(writer, account);
    put_outcome(writer, account);
    if (account->step != TWT_STEP_WORDS) {
        put_sieve(writer, account);
        put_verification(writer, account);
    }
    put_clusters(writer, account);
}
