#include "candidate/handle.h"

void twt_candidates_free_slots(twt_candidates *c)
{
    twt_free(c->slots);
    c->slots = NULL;
    twt_furniture_free(&c->furniture);
}

void twt_candidates_free_input(twt_candidates *c)
{
    twt_candidates_free_slots(c);
    twt_free(c->ranks);
    twt_free(c->is_added);
    c->ranks = NULL;
    c->is_added = NULL;
    twt_postings_writer_free(&c->writer);
    twt_postings_free(&c->postings);
    twt_shorts_writer_free(&c->shorts_writer);
    twt_shorts_free(&c->shorts);
}
