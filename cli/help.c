#include "help.h"

#include <stdio.h>
#include <string.h>

#include "options.h"

void help_print(void)
{
    fputs("usage: twicetold scan    [options] PATH...        cluster what lies under PATH\n"
          "       twicetold compare [options] A B            explain one pair of files\n"
          "       twicetold compare [options] --pairs FILE   compare the pairs of a JSONL file\n"
          "       twicetold help [COMMAND]                   options and their defaults\n"
          "       twicetold --version\n"
          "\n"
          "twicetold finds texts told twice: exact and edited copies, excerpts, updates of a template, noisy (OCR)\n"
          "copies and rewritten copies. It clusters them, says which version is canonical and why, and shows the\n"
          "evidence. twicetold(1) is the manual.\n",
          stdout);
}

static const char scan_intro[] =
    "usage: twicetold scan [options] PATH...\n"
    "\n"
    "Clusters the documents under each PATH: a folder, a text or Markdown file, a JSONL file (a document a line),\n"
    "or - for standard input.\n"
    "\n"
    "Exit status: 0 done, documents that could not be read told and counted; 1 failed, or a PATH could not be\n"
    "opened; 2 wrong usage.\n";

static const char compare_intro[] =
    "usage: twicetold compare [options] A B\n"
    "       twicetold compare [options] --pairs FILE\n"
    "\n"
    "Explains one pair of files (- is standard input), or the pairs of a JSONL file.\n"
    "\n"
    "Exit status of two files: 0 reuse found, 1 none found, 2 trouble. With --pairs: 0 done, 1 failed, 2 wrong\n"
    "usage.\n";

enum { COLUMNS = 108, INDENT = 25 };

static void print_word(const char *word, size_t len)
{
    for (size_t i = 0; i < len; i++)
        putchar(word[i] == '~' ? ' ' : word[i]);
}

/* Words wrapped at COLUMNS, lines behind the first indented; ~ is a blank that holds words together. */
static void print_wrapped(const char *text, size_t column)
{
    while (*text) {
        size_t len = strcspn(text, " ");
        if (column > INDENT && column + 1 + len > COLUMNS) {
            printf("\n%*s", INDENT, "");
            column = INDENT;
        } else if (column > INDENT) {
            putchar(' ');
            column++;
        }
        print_word(text, len);
        column += len;
        text += len + (text[len] == ' ');
    }
    putchar('\n');
}

static void print_option(const option_spec *spec)
{
    char left[64], text[512];
    int column = snprintf(left, sizeof left, "  --%s%s%s", spec->name, spec->argument ? " " : "",
                          spec->argument ? spec->argument : "");
    printf("%s%*s", left, column < INDENT ? INDENT - column : 1, "");
    if (spec->default_value)
        snprintf(text, sizeof text, "%s (default:~%s)", spec->help, spec->default_value);
    else
        snprintf(text, sizeof text, "%s", spec->help);
    print_wrapped(text, INDENT);
}

void help_print_command(unsigned command)
{
    fputs(command == COMMAND_SCAN ? scan_intro : compare_intro, stdout);
    fputs("\nOptions:\n", stdout);
    for (size_t i = 0; i < option_spec_count; i++) {
        if (option_specs[i].commands & command)
            print_option(&option_specs[i]);
    }
    if (command == COMMAND_SCAN)
        fputs("\nA GLOB without a slash is held against the file's name, one with a slash against the whole path; * "
              "and ?\n"
              "stop at slashes, ** does not.\n",
              stdout);
}
