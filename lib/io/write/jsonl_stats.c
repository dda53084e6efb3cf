/* {"type":"stats"}: what a scan cost. Times and memory vary from run to run, counts do not. */
#include "io/write/jsonl.h"

static void put_seconds(twt_writer *writer, const char *key, double seconds)
{
    twt_put_string(writer, key);
    twt_put_fixed(writer, seconds, 6);
}

static void put_phase(twt_writer *writer, twt_phase phase, const twt_phase_cost *cost)
{
    twt_json_put_key_string(writer, "{\"phase\":", twt_phase_name(phase));
    put_seconds(writer, ",\"wall_seconds\":", cost->wall_seconds);
    put_seconds(writer, ",\"cpu_seconds\":", cost->cpu_seconds);
    twt_json_put_key_number(writer, ",\"peak_bytes\":", cost->peak_bytes);
    twt_put_string(writer, "}");
}

static void put_phases(twt_writer *writer, const twt_stats *stats)
{
    twt_put_string(writer, ",\"phases\":[");
    for (int phase = 0; phase < TWT_PHASES; phase++) {
        twt_put(writer, ",", phase > 0);
        put_phase(writer, (twt_phase)phase, &stats->phases[phase]);
    }
    put_seconds(writer, "],\"text_cpu_seconds\":", stats->text_cpu_seconds);
    put_seconds(writer, ",\"sketch_cpu_seconds\":", stats->sketch_cpu_seconds);
    put_seconds(writer, ",\"feature_cpu_seconds\":", stats->feature_cpu_seconds);
}

static void put_verify(twt_writer *writer, const twt_verify_counts *counts)
{
    twt_json_put_key_number(writer, ",\"spared\":", counts->ended_at[TWT_STEP_CANDIDATE]);
    twt_json_put_key_number(writer, ",\"no_reuse\":", counts->ended_at[TWT_STEP_VERIFY]);
    twt_json_put_key_number(writer, ",\"common\":", counts->ended_at[TWT_STEP_COMMON]);
    twt_json_put_key_number(writer, ",\"recurring\":", counts->ended_at[TWT_STEP_RECURRING]);
    twt_json_put_key_number(writer, ",\"reported\":", counts->ended_at[TWT_STEP_REPORTED]);
    twt_json_put_key_number(writer, ",\"weakened\":", counts->weakened);
    twt_json_put_key_number(writer, ",\"masked\":", counts->masked);
    twt_json_put_key_number(writer, ",\"texts_analysed_again\":", counts->texts);
}

void twt_json_write_stats(twt_writer *writer, const twt_stats *stats)
{
    twt_json_put_key_number(writer, "{\"type\":\"stats\",\"threads\":", stats->threads);
    put_phases(writer, stats);
    twt_json_put_key_number(writer, ",\"documents\":", stats->documents);
    twt_json_put_key_number(writer, ",\"bytes\":", stats->bytes);
    twt_json_put_key_number(writer, ",\"words\":", stats->words);
    twt_json_put_key_number(writer, ",\"wordless\":", stats->wordless);
    twt_json_put_key_number(writer, ",\"copies\":", stats->copies);
    twt_json_put_key_number(writer, ",\"features\":", stats->features);
    twt_json_put_key_number(writer, ",\"families\":", stats->families);
    twt_json_put_key_number(writer, ",\"recurring_paragraphs\":", stats->recurring);
    twt_json_put_key_number(writer, ",\"candidates\":", stats->candidates);
    twt_json_put_key_number(writer, ",\"candidates_by\":{\"bands\":", stats->candidates_by[0]);
    twt_json_put_key_number(writer, ",\"rare\":", stats->candidates_by[1]);
    twt_json_put_key_number(writer, ",\"family\":", stats->candidates_by[2]);
    twt_json_put_key_number(writer, ",\"short\":", stats->candidates_by[3]);
    twt_json_put_key_number(writer, ",\"added\":", stats->candidates_by[4]);
    twt_put_string(writer, "}");
    put_verify(writer, &stats->verify);
    twt_json_put_key_number(writer, ",\"spilled_bytes\":", stats->spilled_bytes);
    twt_json_put_key_number(writer, ",\"clusters\":", stats->clusters);
    twt_json_put_key_number(writer, ",\"largest_cluster\":", stats->largest_cluster);
    twt_json_put_key_number(writer, ",\"links\":", stats->links);
    twt_put_string(writer, "}\n");
}
