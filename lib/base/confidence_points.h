/* Written by tests/bench/calibration --fit from labelled pairs; not by hand. Values, then points. */
static const knot order_knots[] = {{200, 0}, {500, 3637}, {800, 3642}, {1000, 4976}, {1200, 6325}, {1500, 8062}};
static const knot dense_knots[] = {{4, 0}, {8, 0}, {12, 1376}, {20, 3476}, {40, 6384}};
static const knot told_knots[] = {{0, 0}, {40, 3144}, {80, 4553}};
static const knot words_knots[] = {{1, 0}, {3, 987}, {6, 1215}, {12, 2958}};
static const knot contained_knots[] = {{5, 0}, {20, 0}, {50, 1813}, {80, 5502}};
static const knot facts_knots[] = {{0, 0}, {30, 241}, {60, 5401}};
static const knot shared_knots[] = {{20, 0}, {40, 3}, {60, 67}, {80, 1620}, {100, 2881}};
static const knot text_knots[] = {{-4000, 0}, {-2000, 0}, {0, 0}, {1500, 1069}, {3000, 1431}, {5000, 4070}, {8000, 5807}};
static const knot around_knots[] = {{-600, 0}, {-300, 0}, {0, 0}, {300, 862}, {600, 2871}};
static const knot rarity_knots[] = {{5, 0}, {10, 473}, {20, 492}, {30, 492}, {50, 540}, {80, 653}};
enum { BEGIN_CHOSEN = -16926, BEGIN_FOUND = -622 };
