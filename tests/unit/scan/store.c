#include "scan/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/failing_alloc.h"
#include "support/suite.h"

START_TEST(documents_are_copied_whole)
{
    char id[] = "one", text[] = "a\0b", title[] = "Title";
    twt_document document = {.id = id, .text = text, .text_len = 3, .title = title, .line = 7};
    twt_store store;
    twt_store_init(&store, NULL, 0);
    ck_assert_int_eq(twt_store_add(&store, &document, true), TWT_OK);
    memset(id, 'x', 3);
    memset(text, 'x', 3);
    memset(title, 'x', 5);
    const twt_stored *stored = &store.items[0];
    ck_assert_str_eq(stored->document.id, "one");
    ck_assert_int_eq(memcmp(stored->document.text, "a\0b", 4), 0);
    ck_assert_str_eq(stored->document.title, "Title");
    ck_assert_ptr_null(stored->document.source);
    ck_assert_uint_eq(stored->document.line, 7);
    ck_assert(stored->is_preferred);
    ck_assert_uint_eq(store.bytes, 3);
    twt_store_free(&store);
}
END_TEST

START_TEST(an_id_is_taken_once)
{
    twt_store store;
    twt_store_init(&store, NULL, 0);
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 2000; i++) {
            char id[16];
            snprintf(id, sizeof id, "%d", i);
            twt_document document = {.id = id, .text = "", .text_len = 0};
            ck_assert_int_eq(twt_store_add(&store, &document, false), round ? TWT_ERROR_DUPLICATE_ID : TWT_OK);
        }
    ck_assert_uint_eq(store.count, 2000);
    twt_store_free(&store);
}
END_TEST

START_TEST(an_id_is_found_again)
{
    twt_store store;
    twt_store_init(&store, NULL, 0);
    uint32_t number = 7;
    ck_assert(!twt_store_find(&store, "a", &number));
    twt_document a = {.id = "a", .text = ""}, b = {.id = "b", .text = ""};
    ck_assert_int_eq(twt_store_add(&store, &a, false), TWT_OK);
    ck_assert_int_eq(twt_store_add(&store, &b, false), TWT_OK);
    ck_assert(!twt_store_find(&store, "c", &number));
    ck_assert_uint_eq(number, 7);
    ck_assert(twt_store_find(&store, "b", &number));
    ck_assert_uint_eq(number, 1);
    ck_assert(twt_store_find(&store, "a", NULL));
    twt_store_free(&store);
}
END_TEST

START_TEST(senseless_documents_are_refused)
{
    twt_store store;
    twt_store_init(&store, NULL, 0);
    twt_document no_id = {.text = "a", .text_len = 1}, empty_id = {.id = "", .text = "a", .text_len = 1},
                 no_text = {.id = "a", .text_len = 1},
                 huge = {.id = "a", .text = "a", .text_len = TWT_DOCUMENT_BYTES_MAX + 1};
    ck_assert_int_eq(twt_store_add(&store, &no_id, false), TWT_ERROR_ARGUMENT);
    ck_assert_int_eq(twt_store_add(&store, &empty_id, false), TWT_ERROR_ARGUMENT);
    ck_assert_int_eq(twt_store_add(&store, &no_text, false), TWT_ERROR_ARGUMENT);
    ck_assert_int_eq(twt_store_add(&store, &huge, false), TWT_ERROR_TOO_LARGE);
    ck_assert_uint_eq(store.count, 0);
    twt_store_free(&store);
}
END_TEST

/* Texts of all sizes, of which one is larger than a segment of the file. */
static char *make_text(size_t number, size_t *len)
{
    *len = number == 700 ? (size_t)65 << 20 : number * 1231 % 300000;
    char *text = malloc(*len + 1);
    memset(text, 'a' + (int)(number % 26), *len);
    return text;
}

START_TEST(texts_beyond_the_memory_are_the_same_from_the_file)
{
    enum { TEXTS = 1000, LOOKS = 5000 };
    twt_store store;
    twt_store_init(&store, "/tmp", 40 << 20); /* some are in memory; pages are let go again and again */
    for (size_t i = 0; i < TEXTS; i++) {
        char id[16];
        size_t len;
        char *text = make_text(i, &len);
        snprintf(id, sizeof id, "%zu", i);
        twt_document document = {.id = id, .text = text, .text_len = len, .title = "Title"};
        ck_assert_int_eq(twt_store_add(&store, &document, false), TWT_OK);
        free(text);
    }
    ck_assert(!store.items[0].is_in_file);
    ck_assert(store.items[TEXTS - 1].is_in_file);
    ck_assert_uint_gt(store.texts.segments.count, 2);
    for (size_t n = 0; n < LOOKS; n++) {
        size_t number = n * 7919 % TEXTS, len = number == 700 ? (size_t)65 << 20 : number * 1231 % 300000;
        const twt_document *document = twt_store_look(&store, number);
        ck_assert_uint_eq(document->text_len, len);
        ck_assert(document->text[len] == 0);
        ck_assert(len == 0 ||
                  (document->text[0] == (char)('a' + number % 26) && document->text[len - 1] == *document->text));
    }
    ck_assert_ptr_null(twt_store_look(&store, TEXTS));
    twt_store_free(&store);
}
END_TEST

static void fail_each_allocation(const char *folder)
{
    twt_document document = {.id = "a", .text = "word", .text_len = 4};
    for (size_t n = 1;; n++) {
        twt_store store;
        twt_store_init(&store, folder, 0);
        failing_alloc_arm(n);
        twt_status status = twt_store_add(&store, &document, false);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        ck_assert_uint_eq(store.count, was_refused ? 0 : 1);
        if (was_refused)
            ck_assert_int_eq(twt_store_add(&store, &document, false), TWT_OK);
        twt_store_free(&store);
        if (!was_refused)
            break;
    }
}

START_TEST(a_failed_allocation_leaves_the_store_as_it_was)
{
    fail_each_allocation(NULL);
    fail_each_allocation("/tmp");
}
END_TEST

TWT_SUITE("scan_store", documents_are_copied_whole, an_id_is_taken_once, an_id_is_found_again,
          senseless_documents_are_refused, texts_beyond_the_memory_are_the_same_from_the_file,
          a_failed_allocation_leaves_the_store_as_it_was)
