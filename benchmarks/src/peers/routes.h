// A routing table of DPDK's rte_fib: DIR-24-8 with next hops of 2 bytes, AVX-512 where the machine has it.
#ifndef ROUTES_H
#define ROUTES_H

#include "measure.h"
#include <rte_fib.h>

#define ROUTES_BULK 64
#define GROUPS_BELOW_24 16384
#define GROUP_BYTES ((size_t) 256 * 2)
#define TOP_BYTES ((size_t) (1 << 24) * 2)

static int by_number(const void *one, const void *other) {
    uint32_t a = *(const uint32_t *) one;
    uint32_t b = *(const uint32_t *) other;
    return a < b ? -1 : a > b;
}

// How many /24 hold longer prefixes: each of them takes a group of 256 next hops.
static size_t groups_below_24(const uint32_t *routes) {
    uint32_t *blocks = allocate((routes[0] + 1) * sizeof *blocks);
    size_t count = 0;
    for (uint32_t i = 0; i < routes[0]; i++) {
        if (routes[2 + 3 * i] > 24) {
            blocks[count++] = routes[1 + 3 * i] >> 8;
        }
    }
    qsort(blocks, count, sizeof *blocks, by_number);
    size_t groups = 0;
    for (size_t i = 0; i < count; i++) {
        groups += i == 0 || blocks[i] != blocks[i - 1];
    }
    free(blocks);
    return groups;
}

// Makes the table of ROUTES: a count, then address, length and route of each prefix. "None" is 0, and route n is n + 1, which
// is what the checksum wants; a next hop has 15 bits.
static struct rte_fib *make_routes(const uint32_t *routes, struct memory *memory) {
    size_t before = dpdk_bytes();
    struct rte_fib_conf conf = {.type = RTE_FIB_DIR24_8, .default_nh = 0, .max_routes = (int) routes[0] + 1,
                                .dir24_8 = {.nh_sz = RTE_FIB_DIR24_8_2B, .num_tbl8 = GROUPS_BELOW_24}};
    struct rte_fib *fib = rte_fib_create("fib", SOCKET_ID_ANY, &conf);
    if (!fib) {
        fprintf(stderr, "rte_fib_create: %s\n", rte_strerror(rte_errno));
        exit(1);
    }
    for (uint32_t i = 0; i < routes[0]; i++) {
        const uint32_t *route = routes + 1 + 3 * i;
        if (rte_fib_add(fib, route[0], (uint8_t) route[1], route[2] + 1)) {
            fprintf(stderr, "rte_fib_add: route %u is refused\n", i);
            exit(1);
        }
    }
    rte_fib_select_lookup(fib, RTE_FIB_LOOKUP_DIR24_8_VECTOR_AVX512);
    memory->bytes += TOP_BYTES + groups_below_24(routes) * GROUP_BYTES;
    memory->other += dpdk_bytes() - before - TOP_BYTES - GROUPS_BELOW_24 * GROUP_BYTES;
    return fib;
}
#endif
