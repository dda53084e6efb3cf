/* Written by tests/bench/calibration --fit from labelled pairs; not by hand. Values, then points. */
static const knot order_knots[] = {{200, 0}, {500, 3626}, {800, 3643}, {1000, 4962}, {1200, 6243}, {1500, 8030}};
static const knot dense_knots[] = {{4, 0}, {8, 0}, {12, 1320}, {20, 3407}, {40, 6344}};
static const knot told_knots[] = {{0, 0}, {40, 3173}, {80, 4613}};
static const knot words_knots[] = {{1, 0}, {3, 848}, {6, 995}, {12, 2760}};
static const knot contained_knots[] = {{5, 0}, {20, 0}, {50, 1562}, {80, 5452}};
static const knot facts_knots[] = {{0, 0}, {30, 292}, {60, 5216}};
static const knot shared_knots[] = {{20, 0}, {40, 64}, {60, 157}, {80, 1748}, {100, 2894}};
static const knot text_knots[] = {{-4000, 0}, {-2000, 0}, {0, 0}, {1500, 969}, {3000, 1236}, {5000, 3918}, {8000, 5663}};
static const knot around_knots[] = {{-600, 0}, {-300, 0}, {0, 0}, {300, 857}, {600, 2683}};
static const knot rarity_knots[] = {{5, 0}, {10, 272}, {20, 275}, {30, 275}, {50, 275}, {80, 389}};
enum { BEGIN_CHOSEN = -16551, BEGIN_FOUND = -207 };
