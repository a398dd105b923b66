package dev.sekisho.simulator.proof;

import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.simulator.verdict.Assumption;

/// Something that a proof rests on although neither Azure's documentation nor the environment says it for certain.
///
/// @param number the number of the rule of behaviour, such as `FW-44`; empty where none is behind it
/// @param reading what is presumed, one clause
public record Presumption(String number, String reading) {

    /// The routes to the pods of a kubenet cluster, which exist only once the cluster does.
    static final Presumption POD_ROUTES = new Presumption("R-22",
            "AKS keeps a route for the pods of each node in the route table");

    /// The content of a tag that Microsoft does not publish.
    static final Presumption TAGGED_NAMES = new Presumption("FW-42",
            "the FQDN tag AzureKubernetesService holds the names that Microsoft's page lists for it");

    /// An endpoint of a service that is reached by patterns of names.
    static final Presumption SHARED_ENDPOINT = new Presumption("",
            "the private endpoint of the service serves every name under the wildcard");

    /// Where the exact classes would be too many.
    static final Presumption EDGES = new Presumption("",
            "the environment tells too many flows apart; the edges of its sets stand for all of them");

    static Presumption of(Assumption assumption) {
        return new Presumption(assumption.number(), assumption.reading());
    }

    static Presumption notLoaded(ServiceTagName tag) {
        return new Presumption("", "the addresses of the service tag " + tag
                + " are not loaded; an address that only this tag holds stands for them");
    }

    /// Returns the number, or the clause where there is none: how lists for programs name it.
    public String id() {
        return number.isEmpty() ? reading : number;
    }

    @Override
    public String toString() {
        return number.isEmpty() ? reading : number + ": " + reading;
    }
}
