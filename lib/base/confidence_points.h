/* Written by tests/bench/calibration --fit from labelled pairs; not by hand. Values, then points. */
static const knot order_knots[] = {{200, 0}, {500, 2448}, {800, 2840}, {1000, 4322}, {1200, 5310}, {1500, 7172}};
static const knot dense_knots[] = {{4, 0}, {8, 0}, {12, 978}, {20, 2608}, {40, 5521}};
static const knot told_knots[] = {{0, 0}, {40, 2828}, {80, 4060}};
static const knot words_knots[] = {{1, 0}, {3, 518}, {6, 1424}, {12, 2728}};
static const knot contained_knots[] = {{5, 0}, {20, 0}, {50, 2697}, {80, 5484}};
static const knot facts_knots[] = {{0, 0}, {30, 0}, {60, 7935}};
static const knot rare_knots[] = {{0, 0}, {300, 1802}, {600, 2702}, {1000, 2960}};
enum { BEGIN_CHOSEN = -15155, BEGIN_FOUND = -18099, SHARE_UNSEEN = 500 };
