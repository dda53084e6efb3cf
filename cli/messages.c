#include "messages.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "progress.h"

static bool is_quiet;

void messages_be_quiet(void)
{
    is_quiet = true;
}

/* The length of a control character at text: C0, DEL, or a C1 in UTF-8; 0 when it is none. */
static size_t control_len(const unsigned char *text)
{
    if (text[0] < 0x20 || text[0] == 0x7f)
        return 1;
    return text[0] == 0xc2 && text[1] >= 0x80 && text[1] < 0xa0 ? 2 : 0;
}

static void put_visible(const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    while (*at) {
        size_t len = control_len(at);
        if (len)
            fprintf(stderr, "\\x%02x", at[len - 1]);
        else
            fputc(*at, stderr);
        at += len ? len : 1;
    }
}

static void put_message(const char *begin, const char *format, va_list arguments, const char *end)
{
    char small[1024];
    va_list again;
    va_copy(again, arguments);
    int len = vsnprintf(small, sizeof small, format, arguments);
    char *large = len >= (int)sizeof small ? malloc((size_t)len + 1) : NULL;
    if (large)
        vsnprintf(large, (size_t)len + 1, format, again);
    va_end(again);
    progress_hide();
    flockfile(stderr);
    fputs(begin, stderr);
    put_visible(large ? large : small);
    fputs(end, stderr);
    funlockfile(stderr);
    free(large);
}

void say_error(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    put_message("twicetold: ", format, arguments, "\n");
    va_end(arguments);
}

void say_note(const char *format, ...)
{
    va_list arguments;
    if (is_quiet)
        return;
    va_start(arguments, format);
    put_message("twicetold: note: ", format, arguments, "\n");
    va_end(arguments);
}

void say_usage(const char *command, const char *format, ...)
{
    va_list arguments;
    char end[64];
    snprintf(end, sizeof end, "; see 'twicetold help%s%s'\n", command ? " " : "", command ? command : "");
    va_start(arguments, format);
    put_message("twicetold: ", format, arguments, end);
    va_end(arguments);
}

/* ":LINE: byte N", as far as known. */
static void format_place(const twt_fault *fault, char *out, size_t size)
{
    int len = 0;
    out[0] = '\0';
    if (fault->line)
        len = snprintf(out, size, ":%" PRIu64, fault->line);
    if (fault->byte != UINT64_MAX)
        snprintf(out + len, size - (size_t)len, ": byte %" PRIu64, fault->byte);
}

void say_fault(const twt_fault *fault, twt_status status, const char *ending)
{
    char place[64];
    const char *reason = fault->reason ? fault->reason : fault->os_error ? NULL : twt_status_text(status);
    const char *cause = fault->os_error ? strerror(fault->os_error) : NULL;
    format_place(fault, place, sizeof place);
    say_error("%s%s%s%s%s%s%s%s", fault->path ? fault->path : "", place, fault->path || *place ? ": " : "",
              reason ? reason : "", reason && cause ? ": " : "", cause ? cause : "", ending ? "; " : "",
              ending ? ending : "");
}
