/* Written by tests/bench/calibration --fit from labelled pairs; not by hand. Values, then points. */
static const knot order_knots[] = {{200, 0}, {500, 2116}, {800, 2116}, {1000, 3852}, {1200, 4654}, {1500, 6788}};
static const knot dense_knots[] = {{4, 0}, {8, 0}, {12, 1235}, {20, 2870}, {40, 5927}};
static const knot told_knots[] = {{0, 0}, {40, 2671}, {80, 3459}};
static const knot words_knots[] = {{1, 0}, {3, 673}, {6, 1664}, {12, 3114}};
static const knot contained_knots[] = {{5, 0}, {20, 0}, {50, 2602}, {80, 5450}};
static const knot facts_knots[] = {{0, 0}, {30, 262}, {60, 7802}};
static const knot rare_knots[] = {{0, 0}, {300, 1708}, {600, 2720}, {1000, 2720}};
enum { BEGIN_CHOSEN = -14975, BEGIN_FOUND = -17244, SHARE_UNSEEN = 500 };
