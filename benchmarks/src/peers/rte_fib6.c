// Longest-prefix match for IPv6 by DPDK's rte_fib6: its trie with next hops of 4 bytes, AVX-512 where the machine has it.
//
//   rte_fib6 ROUTES QUESTIONS
//
// ROUTES: a count (64-bit), then the high and the low half of the address, length and route of each prefix, each of 64 bits;
// QUESTIONS: high and low halves. All are little endian.
#define WITH_DPDK
#include "measure.h"
#include <rte_fib6.h>

#define BULK 64
#define ADDRESS_BYTES 16
#define GROUPS_BELOW_24 (1 << 19)
#define GROUP_BYTES ((size_t) 256 * 4)
#define TOP_BYTES ((size_t) (1 << 24) * 4)

static struct rte_fib6 *fib;
static uint8_t (*questions)[ADDRESS_BYTES];
static size_t count;
static uint64_t *answers;

static void ask(void) {
    for (size_t i = 0; i < count; i += BULK) {
        rte_fib6_lookup_bulk(fib, questions + i, answers + i, count - i < BULK ? (int) (count - i) : BULK);
    }
}

static uint64_t checksum(void) {
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += answers[i] * ((i & 1023) + 1);
    }
    return sum;
}

static void to_network_order(uint8_t *address, uint64_t high, uint64_t low) {
    high = __builtin_bswap64(high);
    low = __builtin_bswap64(low);
    memcpy(address, &high, 8);
    memcpy(address + 8, &low, 8);
}

static int by_bytes(const void *one, const void *other) {
    return memcmp(one, other, ADDRESS_BYTES);
}

// How many groups of 256 next hops the trie has below its first 24 bits: one for each path of whole bytes that a longer prefix
// goes on from.
static size_t groups_below_24(const uint64_t *routes) {
    uint8_t (*paths)[ADDRESS_BYTES] = allocate((routes[0] + 1) * ADDRESS_BYTES);
    size_t groups = 0;
    for (uint64_t bits = 24; bits < 128; bits += 8) {
        size_t count = 0;
        for (uint64_t i = 0; i < routes[0]; i++) {
            const uint64_t *route = routes + 1 + 4 * i;
            if (route[2] > bits) {
                to_network_order(paths[count], route[0], route[1]);
                memset(paths[count] + bits / 8, 0, ADDRESS_BYTES - bits / 8);
                count++;
            }
        }
        qsort(paths, count, ADDRESS_BYTES, by_bytes);
        for (size_t i = 0; i < count; i++) {
            groups += i == 0 || by_bytes(paths[i], paths[i - 1]);
        }
    }
    free(paths);
    return groups;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: rte_fib6 ROUTES QUESTIONS\n");
        return 2;
    }
    start_dpdk(argv[0], "3000");
    size_t bytes;
    uint64_t *routes = read_file(argv[1], &bytes);
    uint64_t *halves = read_file(argv[2], &bytes);
    count = bytes / ADDRESS_BYTES;
    questions = allocate(count * ADDRESS_BYTES);
    for (size_t i = 0; i < count; i++) {
        to_network_order(questions[i], halves[2 * i], halves[2 * i + 1]);
    }
    answers = allocate(count * sizeof *answers);
    size_t before = dpdk_bytes();
    double start = now_ns();
    struct rte_fib6_conf conf = {.type = RTE_FIB6_TRIE, .default_nh = 0, .max_routes = (int) routes[0] + 1,
                                 .trie = {.nh_sz = RTE_FIB6_TRIE_4B, .num_tbl8 = GROUPS_BELOW_24}};
    fib = rte_fib6_create("fib6", SOCKET_ID_ANY, &conf);
    if (!fib) {
        fprintf(stderr, "rte_fib6_create: %s\n", rte_strerror(rte_errno));
        return 1;
    }
    for (uint64_t i = 0; i < routes[0]; i++) {
        uint64_t *route = routes + 1 + 4 * i;
        uint8_t address[ADDRESS_BYTES];
        to_network_order(address, route[0], route[1]);
        if (rte_fib6_add(fib, address, (uint8_t) route[2], route[3] + 1)) {
            fprintf(stderr, "rte_fib6_add: route %lu is refused\n", i);
            return 1;
        }
    }
    double build = now_ns() - start;
    rte_fib6_select_lookup(fib, RTE_FIB6_LOOKUP_TRIE_VECTOR_AVX512);
    struct memory memory = {TOP_BYTES + groups_below_24(routes) * GROUP_BYTES,
                            dpdk_bytes() - before - TOP_BYTES - GROUPS_BELOW_24 * GROUP_BYTES};
    report(ask, checksum, count, memory, build);
    return 0;
}
