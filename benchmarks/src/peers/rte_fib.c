// Longest-prefix match for IPv4 by DPDK's rte_fib: DIR-24-8 with next hops of 2 bytes, AVX-512 where the machine has it.
//
//   rte_fib ROUTES QUESTIONS ROUNDS
//
// ROUTES: a count, then address, length and route of each prefix; QUESTIONS: addresses. All are 32-bit, little endian.
#define WITH_DPDK
#include "measure.h"
#include <rte_fib.h>

#define BULK 64
#define TABLES_BELOW_24 16384

static struct rte_fib *fib;
static uint32_t *questions;
static size_t count;
static uint64_t *answers;

static void ask(void) {
    for (size_t i = 0; i + BULK <= count; i += BULK) {
        rte_fib_lookup_bulk(fib, questions + i, answers + i, BULK);
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
    if (argc != 4) {
        fprintf(stderr, "usage: rte_fib ROUTES QUESTIONS ROUNDS\n");
        return 2;
    }
    start_dpdk(argv[0], "1500");
    size_t bytes;
    uint32_t *routes = read_file(argv[1], &bytes);
    questions = read_file(argv[2], &bytes);
    count = bytes / sizeof *questions / BULK * BULK;
    answers = allocate(count * sizeof *answers);
    size_t before = dpdk_bytes();
    double start = now_ns();
    // A next hop has 15 bits. "None" is 0, and route n is n + 1, which is what the checksum wants.
    struct rte_fib_conf conf = {.type = RTE_FIB_DIR24_8, .default_nh = 0, .max_routes = (int) routes[0] + 1,
                                .dir24_8 = {.nh_sz = RTE_FIB_DIR24_8_2B, .num_tbl8 = TABLES_BELOW_24}};
    fib = rte_fib_create("fib", SOCKET_ID_ANY, &conf);
    if (!fib) {
        fprintf(stderr, "rte_fib_create: %s\n", rte_strerror(rte_errno));
        return 1;
    }
    for (uint32_t i = 0; i < routes[0]; i++) {
        uint32_t *route = routes + 1 + 3 * i;
        if (rte_fib_add(fib, route[0], (uint8_t) route[1], route[2] + 1)) {
            fprintf(stderr, "rte_fib_add: route %u is refused\n", i);
            return 1;
        }
    }
    double build = now_ns() - start;
    rte_fib_select_lookup(fib, RTE_FIB_LOOKUP_DIR24_8_VECTOR_AVX512);
    report(ask, checksum, count, atoi(argv[3]), dpdk_bytes() - before, build);
    return 0;
}
