// First-match classification of IPv4 packets by DPDK's rte_acl.
//
//   rte_acl TUPLES PACKETS
//
// TUPLES and PACKETS as rules.h says. All words are 32-bit, little endian.
#define WITH_DPDK
#include "rules.h"

static struct rte_acl_ctx *context;
static const uint8_t **packets;
static size_t count;
static uint32_t *answers;

static void ask(void) {
    for (size_t i = 0; i < count; i += RULES_BULK) {
        rte_acl_classify(context, packets + i, answers + i, count - i < RULES_BULK ? count - i : RULES_BULK, 1);
    }
}

static uint64_t checksum(void) {
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += (uint64_t) answers[i] * ((i & 1023) + 1);
    }
    return sum;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: rte_acl TUPLES PACKETS\n");
        return 2;
    }
    start_dpdk(argv[0], "12000");
    size_t bytes;
    uint32_t *tuples = read_file(argv[1], &bytes);
    uint32_t *words = read_file(argv[2], &bytes);
    count = bytes / (PACKET_WORDS * sizeof *words);
    packets = make_packets(words, count);
    answers = allocate(count * sizeof *answers);
    struct memory memory = {0, 0};
    double start = now_ns();
    context = make_rules(tuples, &memory);
    report(ask, checksum, count, memory, now_ns() - start);
    return 0;
}
