/* The rules for people: what each asks for, what was measured, what was lacking. */
#include "base/check.h"
#include "io/write/text_blocks.h"
#include "io/write/text_state.h"

enum { MARK_COLUMNS = 5 }; /* "yes" and "no" */

static void add(twt_cell *cell, const char *text, twt_style style)
{
    twt_cell_add_string(cell, text, style);
}

static void add_value(twt_cell *cell, double value, twt_measure_code measure)
{
    char digits[TWT_NUMBER_MAX];
    twt_cell_add(cell, digits, twt_format_signed(digits, value, twt_measure_decimals(measure)), TWT_STYLE_PLAIN);
}

static void put_check(twt_writer *writer, const twt_check *check, size_t indent)
{
    static const char *const senses[] = {
        [TWT_AT_LEAST] = ", at least ", [TWT_AT_MOST] = ", at most ", [TWT_UNDER] = ", under "};
    twt_put_blanks(writer, indent);
    twt_text_put(writer, check->is_met ? "yes" : "no", check->is_met ? TWT_STYLE_NEW : TWT_STYLE_OLD);
    twt_put_blanks(writer, MARK_COLUMNS - (check->is_met ? 3 : 2));
    twt_cell *cell = twt_text_cell(writer, 0);
    add(cell, twt_measure_text(check->measure), TWT_STYLE_PLAIN);
    add(cell, ": ", TWT_STYLE_PLAIN);
    add_value(cell, check->value, check->measure);
    add(cell, senses[check->sense], TWT_STYLE_DIM);
    add_value(cell, check->limit, check->measure);
    twt_cell_put_paragraph(writer, cell, indent + MARK_COLUMNS, indent + MARK_COLUMNS);
}

static void put_word(twt_writer *writer, const char *word)
{
    twt_put_blanks(writer, 4);
    twt_put_string(writer, word);
    twt_put(writer, "\n", 1);
}

/* A clause of one way needs no word; the ways of others stand under "either" and "or". */
static void put_clause(twt_writer *writer, const twt_check *checks, size_t count, bool is_first)
{
    bool is_single = twt_checks_way_end(checks, count, 0) == count;
    for (size_t begin = 0, end; begin < count; begin = end) {
        end = twt_checks_way_end(checks, count, begin);
        if (!is_single)
            put_word(writer, begin ? "or" : is_first ? "either" : "and either");
        for (size_t i = begin; i < end; i++)
            put_check(writer, &checks[i], is_single ? 4 : 6);
    }
}

static void put_rule(twt_writer *writer, const twt_check *checks, size_t count)
{
    twt_cell *cell = twt_text_cell(writer, 0);
    add(cell, twt_rule_name(checks->rule), TWT_STYLE_BOLD);
    add(cell, twt_checks_hold(checks, count) ? " holds" : " does not hold", TWT_STYLE_PLAIN);
    twt_put_blanks(writer, 2);
    twt_cell_put_paragraph(writer, cell, 2, 4);
    for (size_t begin = 0, end; begin < count; begin = end) {
        end = twt_checks_clause_end(checks, count, begin);
        put_clause(writer, checks + begin, end - begin, begin == 0);
    }
}

void twt_text_put_rules(twt_writer *writer, const twt_check *checks, size_t count)
{
    for (size_t begin = 0, end; begin < count; begin = end) {
        end = twt_checks_rule_end(checks, count, begin);
        put_rule(writer, checks + begin, end - begin);
    }
}

void twt_text_put_checks(twt_writer *writer, const twt_checked *checked)
{
    twt_text_put(writer, "Rules in the order of asking; the first relation that holds is the verdict", TWT_STYLE_BOLD);
    twt_put(writer, "\n", 1);
    twt_text_put_rules(writer, checked->checks, checked->check_count);
    twt_cell *cell = twt_text_cell(writer, 0);
    add(cell, "so the verdict is ", TWT_STYLE_PLAIN);
    add(cell, twt_relation_name(checked->relation), TWT_STYLE_BOLD);
    twt_put_blanks(writer, 2);
    twt_cell_put_paragraph(writer, cell, 2, 4);
}
