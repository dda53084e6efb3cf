/* Written by tests/bench/calibration --fit from labelled pairs; not by hand. Values, then points. */
static const knot order_knots[] = {{200, 0}, {500, 3732}, {800, 3780}, {1000, 5067}, {1200, 6429}, {1500, 8587}};
static const knot dense_knots[] = {{4, 0}, {8, 0}, {12, 1607}, {20, 3353}, {40, 6249}};
static const knot told_knots[] = {{0, 0}, {40, 3122}, {80, 4388}};
static const knot words_knots[] = {{1, 0}, {3, 754}, {6, 1247}, {12, 2979}};
static const knot contained_knots[] = {{5, 0}, {20, 0}, {50, 2620}, {80, 5671}};
static const knot facts_knots[] = {{0, 0}, {30, 320}, {60, 5829}};
static const knot shared_knots[] = {{20, 0}, {40, 0}, {60, 486}, {80, 2250}, {100, 2974}};
static const knot text_knots[] = {{-4000, 0}, {-2000, 0}, {0, 0}, {1500, 702}, {3000, 1370}, {5000, 3214}, {8000, 5210}};
static const knot around_knots[] = {{-600, 0}, {-300, 0}, {0, 0}, {300, 0}, {600, 561}};
static const knot rarity_knots[] = {{5, 0}, {10, 686}, {20, 1732}, {30, 2283}, {50, 2792}, {80, 2862}};
enum { BEGIN_CHOSEN = -17573, BEGIN_FOUND = -1195 };
