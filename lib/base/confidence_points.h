/* Written by tests/bench/calibration --fit from labelled pairs; not by hand. Values, then points. */
static const knot order_knots[] = {{200, 0}, {500, 2118}, {800, 2118}, {1000, 4055}, {1200, 4915}, {1500, 6959}};
static const knot dense_knots[] = {{4, 0}, {8, 0}, {12, 1628}, {20, 3237}, {40, 6094}};
static const knot told_knots[] = {{0, 0}, {40, 2776}, {80, 3697}};
static const knot words_knots[] = {{1, 0}, {3, 623}, {6, 1652}, {12, 3171}};
static const knot contained_knots[] = {{5, 0}, {20, 0}, {50, 2896}, {80, 5613}};
static const knot facts_knots[] = {{0, 0}, {30, 273}, {60, 5919}};
static const knot shared_knots[] = {{20, 0}, {40, 55}, {60, 1256}, {80, 2821}, {100, 3189}};
static const knot around_knots[] = {{-300, 0}, {-150, 668}, {0, 1179}, {150, 2340}, {300, 3617}};
enum { BEGIN_CHOSEN = -16348, BEGIN_FOUND = -17808 };
