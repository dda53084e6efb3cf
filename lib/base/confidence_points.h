/* Written by tests/bench/calibration --fit from labelled pairs; not by hand. Values, then points. */
static const knot order_knots[] = {{200, 0}, {500, 3631}, {800, 3652}, {1000, 4921}, {1200, 6247}, {1500, 8113}};
static const knot dense_knots[] = {{4, 0}, {8, 0}, {12, 1324}, {20, 3535}, {40, 6423}};
static const knot told_knots[] = {{0, 0}, {40, 3201}, {80, 4593}};
static const knot words_knots[] = {{1, 0}, {3, 881}, {6, 1057}, {12, 2761}};
static const knot contained_knots[] = {{5, 0}, {20, 0}, {50, 1849}, {80, 5509}};
static const knot facts_knots[] = {{0, 0}, {30, 311}, {60, 5183}};
static const knot shared_knots[] = {{20, 0}, {40, 0}, {60, 134}, {80, 1838}, {100, 2996}};
static const knot text_knots[] = {{-4000, 0}, {-2000, 0}, {0, 0}, {1500, 945}, {3000, 1239}, {5000, 3763}, {8000, 5537}};
static const knot around_knots[] = {{-600, 0}, {-300, 0}, {0, 0}, {300, 850}, {600, 2685}};
static const knot rarity_knots[] = {{5, 0}, {10, 299}, {20, 308}, {30, 308}, {50, 308}, {80, 394}};
enum { BEGIN_CHOSEN = -16632, BEGIN_FOUND = -232 };
