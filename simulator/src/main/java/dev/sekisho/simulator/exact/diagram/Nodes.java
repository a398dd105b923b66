package dev.sekisho.simulator.exact.diagram;

import java.util.Arrays;

/// The nodes of diagrams, each once: their axes and edges in arrays, and a table that finds equal ones. Nodes are never given
/// back.
final class Nodes {
    private final int mostEdges;
    private int[] axisOf = new int[1 << 6];
    private int[] firstEdge = new int[1 << 6];
    private int[] ends = new int[1 << 8];
    private int[] targets = new int[1 << 8];
    private int nodes;
    private int edges;
    private int[] unique = new int[1 << 7];

    /// @param mostEdges how many edges all nodes may have
    Nodes(int mostEdges) {
        this.mostEdges = mostEdges;
        Arrays.fill(unique, -1);
    }

    int axis(int node) {
        return axisOf[node];
    }

    /// Returns the number of edges of all nodes.
    int edges() {
        return edges;
    }

    int edgeCount(int node) {
        return firstEdge[node + 1] - firstEdge[node];
    }

    int end(int node, int edge) {
        return ends[firstEdge[node] + edge];
    }

    int target(int node, int edge) {
        return targets[firstEdge[node] + edge];
    }

    int[] targets(int node) {
        return Arrays.copyOfRange(targets, firstEdge[node], firstEdge[node + 1]);
    }

    /// Returns the diagram that a node leads to for an index of its axis.
    int targetAt(int node, int index) {
        int low = firstEdge[node];
        int high = firstEdge[node + 1] - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return targets[low];
    }

    /// Returns the node with some edges, or what its only edge leads to.
    ///
    /// @throws TooLarge if there would be too many edges
    int node(int axis, Edges built) {
        if (built.count() == 1) {
            return built.first();
        }
        int slot = built.hash(axis) & unique.length - 1;
        while (unique[slot] >= 0) {
            int found = unique[slot];
            if (axisOf[found] == axis && built.isEqual(ends, targets, firstEdge[found], firstEdge[found + 1])) {
                return found;
            }
            slot = slot + 1 & unique.length - 1;
        }
        if ((long) edges + built.count() > mostEdges) {
            throw new TooLarge("the decision diagram would have more than " + mostEdges + " edges");
        }
        reserve(built.count());
        axisOf[nodes] = axis;
        built.copyTo(ends, targets, edges);
        edges += built.count();
        unique[slot] = nodes++;
        firstEdge[nodes] = edges;
        if (nodes * 2 > unique.length) {
            rehash();
        }
        return nodes - 1;
    }

    private void reserve(int more) {
        if (nodes + 2 > axisOf.length) {
            axisOf = Arrays.copyOf(axisOf, 2 * axisOf.length);
            firstEdge = Arrays.copyOf(firstEdge, 2 * firstEdge.length);
        }
        while (edges + more > ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
            targets = Arrays.copyOf(targets, 2 * targets.length);
        }
    }

    private void rehash() {
        unique = new int[4 * unique.length];
        Arrays.fill(unique, -1);
        for (int node = 0; node < nodes; node++) {
            int hash = axisOf[node];
            for (int i = firstEdge[node]; i < firstEdge[node + 1]; i++) {
                hash = mix(hash, ends[i], targets[i]);
            }
            int slot = spread(hash) & unique.length - 1;
            while (unique[slot] >= 0) {
                slot = slot + 1 & unique.length - 1;
            }
            unique[slot] = node;
        }
    }

    static int mix(int hash, int end, int target) {
        return (hash * 31 + end) * 0x9E3779B1 + target;
    }

    static int spread(int hash) {
        int mixed = hash * 0x85EBCA6B;
        return mixed ^ mixed >>> 15;
    }
}
