/* Written by tests/bench/calibration --fit from labelled pairs; not by hand. Values, then points. */
static const knot order_knots[] = {{200, 0}, {500, 2110}, {800, 2110}, {1000, 4043}, {1200, 4999}, {1500, 6845}};
static const knot dense_knots[] = {{4, 0}, {8, 0}, {12, 1490}, {20, 3388}, {40, 6198}};
static const knot told_knots[] = {{0, 0}, {40, 2840}, {80, 3813}};
static const knot words_knots[] = {{1, 0}, {3, 784}, {6, 1392}, {12, 2997}};
static const knot contained_knots[] = {{5, 0}, {20, 0}, {50, 2711}, {80, 5560}};
static const knot facts_knots[] = {{0, 0}, {30, 342}, {60, 5610}};
static const knot shared_knots[] = {{20, 0}, {40, 0}, {60, 1070}, {80, 2737}, {100, 3378}};
static const knot around_knots[] = {{-600, 0}, {-300, 0}, {0, 289}, {300, 1721}, {600, 1802}};
enum { BEGIN_CHOSEN = -16039, BEGIN_FOUND = -16743 };
