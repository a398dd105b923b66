// Longest-prefix match for IPv4 by DPDK's rte_fib.
//
//   rte_fib ROUTES QUESTIONS
//
// ROUTES: a count, then address, length and route of each prefix; QUESTIONS: addresses. All are 32-bit, little endian.
#define WITH_DPDK
#include "routes.h"

static struct rte_fib *fib;
static uint32_t *questions;
static size_t count;
static uint64_t *answers;

static void ask(void) {
    for (size_t i = 0; i < count; i += ROUTES_BULK) {
        rte_fib_lookup_bulk(fib, questions + i, answers + i, count - i < ROUTES_BULK ? (int) (count - i) : ROUTES_BULK);
    }
}

static uint64_t checksum(void) {
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += answers[i] * ((i & 1023) + 1);
    }
    return sum;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: rte_fib ROUTES QUESTIONS\n");
        return 2;
    }
    start_dpdk(argv[0], "1500");
    size_t bytes;
    uint32_t *routes = read_file(argv[1], &bytes);
    questions = read_file(argv[2], &bytes);
    count = bytes / sizeof *questions;
    answers = allocate(count * sizeof *answers);
    struct memory memory = {0, 0};
    double start = now_ns();
    fib = make_routes(routes, &memory);
    report(ask, checksum, count, memory, now_ns() - start);
    return 0;
}
