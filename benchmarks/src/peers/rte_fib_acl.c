// Route and rule of IPv4 packets: DPDK's rte_fib and rte_acl in a row, a bulk of packets after the other.
//
//   rte_fib_acl ROUTES TUPLES PACKETS
//
// ROUTES as in rte_fib.c, TUPLES and PACKETS as rules.h says. The answers are the routes of all destinations, then all rules.
#define WITH_DPDK
#include "routes.h"
#include "rules.h"

static struct rte_fib *fib;
static struct rte_acl_ctx *context;
static uint32_t *destinations;
static const uint8_t **packets;
static size_t count;
static uint64_t *routes;
static uint32_t *rules;

static void ask(void) {
    for (size_t from = 0; from < count; from += RULES_BULK) {
        size_t to = count - from < RULES_BULK ? count : from + RULES_BULK;
        for (size_t i = from; i < to; i += ROUTES_BULK) {
            rte_fib_lookup_bulk(fib, destinations + i, routes + i, to - i < ROUTES_BULK ? (int) (to - i) : ROUTES_BULK);
        }
        rte_acl_classify(context, packets + from, rules + from, to - from, 1);
    }
}

static uint64_t checksum(void) {
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += routes[i] * ((i & 1023) + 1) + (uint64_t) rules[i] * (((count + i) & 1023) + 1);
    }
    return sum;
}

int main(int argc, char **argv) {
    if (argc != 4) {
        fprintf(stderr, "usage: rte_fib_acl ROUTES TUPLES PACKETS\n");
        return 2;
    }
    start_dpdk(argv[0], "12000");
    size_t bytes;
    uint32_t *table = read_file(argv[1], &bytes);
    uint32_t *tuples = read_file(argv[2], &bytes);
    uint32_t *words = read_file(argv[3], &bytes);
    count = bytes / (PACKET_WORDS * sizeof *words);
    packets = make_packets(words, count);
    destinations = allocate(count * sizeof *destinations);
    routes = allocate(count * sizeof *routes);
    rules = allocate(count * sizeof *rules);
    for (size_t i = 0; i < count; i++) {
        destinations[i] = words[PACKET_WORDS * i + 1];
    }
    struct memory memory = {0, 0};
    double start = now_ns();
    fib = make_routes(table, &memory);
    context = make_rules(tuples, &memory);
    report(ask, checksum, count, memory, now_ns() - start);
    return 0;
}
