/* Written by tests/bench/calibration --fit from labelled pairs; not by hand. Values, then points. */
static const knot order_knots[] = {{200, 0}, {500, 2452}, {800, 2838}, {1000, 4326}, {1200, 5333}, {1500, 7230}};
static const knot dense_knots[] = {{4, 0}, {8, 0}, {12, 964}, {20, 2612}, {40, 5535}};
static const knot told_knots[] = {{0, 0}, {40, 2832}, {80, 4064}};
static const knot words_knots[] = {{1, 0}, {3, 469}, {6, 1412}, {12, 2709}};
static const knot contained_knots[] = {{5, 0}, {20, 0}, {50, 2412}, {80, 5408}};
static const knot facts_knots[] = {{0, 0}, {30, 0}, {60, 7944}};
static const knot rare_knots[] = {{0, 0}, {300, 1802}, {600, 2702}, {1000, 2965}};
enum { BEGIN_CHOSEN = -15146, BEGIN_FOUND = -18110, SHARE_UNSEEN = 500 };
