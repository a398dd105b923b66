// The first of many host-name patterns that matches, by hyperscan: one database of all patterns as expressions, one scan a
// name.
//
//   hyperscan PATTERNS NAMES
//
// PATTERNS: one on each line, a name or `*.` and a name; NAMES: one on each line.
#include "measure.h"
#include <hs.h>

#define LONGEST 600

static hs_database_t *database;
static hs_scratch_t *scratch;
static char **names;
static unsigned *lengths;
static size_t count;
static uint32_t *answers;

static int matched(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
    (void) from;
    (void) to;
    (void) flags;
    uint32_t *first = context;
    if (id + 1 < *first || *first == 0) {
        *first = id + 1;
    }
    return 0;
}

static void ask(void) {
    for (size_t i = 0; i < count; i++) {
        answers[i] = 0;
        hs_scan(database, names[i], lengths[i], 0, scratch, matched, answers + i);
    }
}

static uint64_t checksum(void) {
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += (uint64_t) answers[i] * ((i & 1023) + 1);
    }
    return sum;
}

// The lines of a file, each ended by a zero.
static char **lines(const char *path, size_t *number) {
    size_t bytes;
    char *text = read_file(path, &bytes);
    *number = 0;
    for (size_t i = 0; i < bytes; i++) {
        *number += text[i] == '\n';
    }
    char **result = allocate(*number * sizeof *result);
    size_t line = 0;
    for (char *at = text; line < *number; line++) {
        result[line] = at;
        at = strchr(at, '\n');
        *at++ = 0;
    }
    return result;
}

// `*.example.com` as `\.example\.com$`, `example.com` as `^example\.com$`.
static char *expression(const char *pattern) {
    char *result = malloc(LONGEST);
    int wild = pattern[0] == '*';
    size_t length = 0;
    if (!wild) {
        result[length++] = '^';
    }
    for (const char *at = pattern + wild; *at; at++) {
        if (*at == '.') {
            result[length++] = '\\';
        }
        result[length++] = *at;
    }
    result[length++] = '$';
    result[length] = 0;
    return result;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: hyperscan PATTERNS NAMES\n");
        return 2;
    }
    size_t size;
    char **patterns = lines(argv[1], &size);
    names = lines(argv[2], &count);
    lengths = allocate(count * sizeof *lengths);
    answers = allocate(count * sizeof *answers);
    for (size_t i = 0; i < count; i++) {
        lengths[i] = (unsigned) strlen(names[i]);
    }
    const char **expressions = allocate(size * sizeof *expressions);
    unsigned *ids = allocate(size * sizeof *ids);
    unsigned *flags = allocate(size * sizeof *flags);
    for (size_t i = 0; i < size; i++) {
        expressions[i] = expression(patterns[i]);
        ids[i] = (unsigned) i;
        flags[i] = HS_FLAG_SINGLEMATCH;
    }
    hs_compile_error_t *error;
    double start = now_ns();
    if (hs_compile_multi(expressions, flags, ids, (unsigned) size, HS_MODE_BLOCK, NULL, &database, &error)) {
        fprintf(stderr, "hs_compile_multi: %s\n", error->message);
        return 1;
    }
    double build = now_ns() - start;
    if (hs_alloc_scratch(database, &scratch)) {
        fprintf(stderr, "hs_alloc_scratch fails\n");
        return 1;
    }
    size_t bytes;
    size_t scratch_bytes;
    hs_database_size(database, &bytes);
    hs_scratch_size(scratch, &scratch_bytes);
    struct memory memory = {bytes + scratch_bytes, 0};
    report(ask, checksum, count, memory, build);
    return 0;
}
