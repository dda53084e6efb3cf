/* Written by tests/bench/calibration --fit from labelled pairs; not by hand. Values, then points. */
static const knot order_knots[] = {{200, 0}, {500, 1926}, {800, 1926}, {1000, 4012}, {1200, 4800}, {1500, 6861}};
static const knot dense_knots[] = {{4, 0}, {8, 83}, {12, 1495}, {20, 3284}, {40, 6091}};
static const knot told_knots[] = {{0, 0}, {40, 2778}, {80, 3918}};
static const knot words_knots[] = {{1, 0}, {3, 777}, {6, 1525}, {12, 3174}};
static const knot contained_knots[] = {{5, 0}, {20, 0}, {50, 2724}, {80, 5590}};
static const knot facts_knots[] = {{0, 0}, {30, 176}, {60, 5875}};
static const knot shared_knots[] = {{20, 0}, {40, 0}, {60, 935}, {80, 2727}, {100, 3269}};
static const knot text_knots[] = {{-4000, 0}, {-2000, 0}, {0, 0}, {1500, 279}, {3000, 1003}, {5000, 2643}, {8000, 4789}};
static const knot around_knots[] = {{-600, 0}, {-300, 0}, {0, 0}, {300, 43}, {600, 512}};
static const knot rarity_knots[] = {{5, 0}, {10, 111}, {20, 1436}, {30, 2139}, {50, 2867}, {80, 2980}};
enum { BEGIN_CHOSEN = -16201, BEGIN_FOUND = -868 };
