package dev.sekisho.model.io.kubernetes;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.kubernetes.AllowedSources;
import dev.sekisho.model.kubernetes.LinkRequest;
import dev.sekisho.model.kubernetes.LoadBalancer;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.SubscriptionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads what Azure's cloud provider makes of a Service of type LoadBalancer, as it does: what it cannot read it refuses,
/// or passes over, and either is reported.
final class BalancerReader {
    private final Fields spec;
    private final AzureAnnotations annotations;
    private final Diagnostics diagnostics;
    private boolean unreadable;

    BalancerReader(Fields spec, AzureAnnotations annotations, Diagnostics diagnostics) {
        this.spec = spec;
        this.annotations = annotations;
        this.diagnostics = diagnostics;
    }

    LoadBalancer read() {
        Optional<IpAddress> address = spec.parse("loadBalancerIP", IpAddress::parse);
        if (annotations.has(AzureAnnotations.IPV4)) {
            address = annotations.text(AzureAnnotations.IPV4)
                    .flatMap(text -> parsed(AzureAnnotations.IPV4, text, IpAddress::parse));
        }
        boolean internal = annotations.isTrue(AzureAnnotations.INTERNAL);
        Optional<String> subnet = annotations.text(AzureAnnotations.INTERNAL_SUBNET);
        if (!internal && subnet.isPresent()) {
            diagnostics.warning("IGNORED_ANNOTATION", annotations.at(AzureAnnotations.INTERNAL_SUBNET),
                    "a public load balancer is in no subnet, so Azure passes over this annotation",
                    "add " + AzureAnnotations.INTERNAL + ": \"true\"");
        }
        LoadBalancer.Settings settings = new LoadBalancer.Settings(
                !annotations.isTrue(AzureAnnotations.NO_FLOATING_IP),
                !annotations.isTrue(AzureAnnotations.NO_SECURITY_RULE), annotations.portsWithoutRule(),
                each(AzureAnnotations.MORE_PUBLIC_IPS, annotations.items(AzureAnnotations.MORE_PUBLIC_IPS),
                        IpAddress::parse),
                annotations.text(AzureAnnotations.DNS_LABEL));
        return new LoadBalancer(internal, internal ? subnet : Optional.empty(), address, sources(), link(internal),
                settings);
    }

    private AllowedSources sources() {
        List<AddressSet> ranges = new ArrayList<>();
        for (Node.Scalar item : spec.scalars("loadBalancerSourceRanges")) {
            range(item.text().strip(), item.at()).ifPresent(ranges::add);
        }
        List<AddressSet> annotated = new ArrayList<>();
        String name = ranges.isEmpty() && annotations.has(AzureAnnotations.SOURCE_RANGES)
                ? AzureAnnotations.SOURCE_RANGES
                : AzureAnnotations.ALLOWED_RANGES;
        for (String text : annotations.items(name)) {
            range(text, annotations.at(name)).ifPresent(annotated::add);
        }
        if (!ranges.isEmpty() && annotations.has(AzureAnnotations.ALLOWED_RANGES)) {
            diagnostics.warning("REFUSED_SERVICE", annotations.at(AzureAnnotations.ALLOWED_RANGES),
                    "Azure refuses a Service with both loadBalancerSourceRanges and this annotation",
                    "keep one of them");
        }
        List<ServiceTagName> tags = each(AzureAnnotations.ALLOWED_TAGS,
                annotations.items(AzureAnnotations.ALLOWED_TAGS), ServiceTagName::parse);
        if (!ranges.isEmpty() && !tags.isEmpty()) {
            diagnostics.warning("IGNORED_ANNOTATION", annotations.at(AzureAnnotations.ALLOWED_TAGS),
                    "nodes drop what is outside of loadBalancerSourceRanges, whatever tags allow",
                    "add the tags' ranges to loadBalancerSourceRanges, or write all ranges into "
                            + AzureAnnotations.ALLOWED_RANGES);
        }
        boolean denies = annotations.isTrue(AzureAnnotations.DENY_OTHERS);
        if (denies && ranges.isEmpty() && annotated.isEmpty() && !unreadable) {
            diagnostics.warning("IGNORED_ANNOTATION", annotations.at(AzureAnnotations.DENY_OTHERS),
                    "without ranges Azure passes over this annotation",
                    "add loadBalancerSourceRanges, or remove it");
        }
        boolean listed = !ranges.isEmpty() || !annotated.isEmpty();
        return new AllowedSources(AddressSet.unionOf(ranges), AddressSet.unionOf(annotated), tags,
                denies && listed || unreadable);
    }

    /// A range as Azure reads it: with a length, and without host bits. One that is not lets nobody in, and all others
    /// are denied.
    private Optional<AddressSet> range(String text, SourceLocation at) {
        Optional<IpPrefix> range = IpPrefix.tryParse(text);
        if (range.isEmpty()) {
            unreadable = true;
            Optional<IpAddress> single = IpAddress.tryParse(text);
            diagnostics.warning("IGNORED_RANGE", at,
                    "Azure passes over " + Quotation.of(text)
                            + ", which is no range, and denies everybody who is in no "
                            + "other range",
                    single.map(address -> "write " + address.toPrefix()).orElse("write a range such as 10.0.0.0/16"));
        }
        return range.map(AddressSet::of);
    }

    private Optional<LinkRequest> link(boolean internal) {
        if (!annotations.isTrue(AzureAnnotations.PLS_CREATE)) {
            List.of(AzureAnnotations.PLS_NAME, AzureAnnotations.PLS_VISIBILITY, AzureAnnotations.PLS_APPROVAL,
                    AzureAnnotations.PLS_SUBNET).stream().filter(annotations::has).findFirst()
                    .ifPresent(name -> diagnostics.warning("IGNORED_ANNOTATION", annotations.at(name),
                            "no Private Link service is made, so Azure passes over this annotation",
                            "add " + AzureAnnotations.PLS_CREATE + ": \"true\""));
            return Optional.empty();
        }
        if (!internal && !annotations.isTrue(AzureAnnotations.NO_FLOATING_IP)) {
            diagnostics.warning("BROKEN_PRIVATE_LINK", annotations.at(AzureAnnotations.PLS_CREATE),
                    "Private Link does not work with a public load balancer whose floating IP is on",
                    "add " + AzureAnnotations.INTERNAL + ": \"true\", or " + AzureAnnotations.NO_FLOATING_IP
                            + ": \"true\"");
        }
        return Optional.of(new LinkRequest(annotations.text(AzureAnnotations.PLS_NAME),
                annotations.text(AzureAnnotations.PLS_SUBNET),
                each(AzureAnnotations.PLS_ADDRESSES, annotations.words(AzureAnnotations.PLS_ADDRESSES),
                        IpAddress::parse),
                SubscriptionSet.of(annotations.words(AzureAnnotations.PLS_VISIBILITY)),
                SubscriptionSet.of(annotations.words(AzureAnnotations.PLS_APPROVAL)),
                annotations.isTrue(AzureAnnotations.PLS_PROXY)));
    }

    private <T> List<T> each(String name, List<String> texts, Function<String, T> parser) {
        return texts.stream().flatMap(text -> parsed(name, text, parser).stream()).toList();
    }

    private <T> Optional<T> parsed(String name, String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            diagnostics.error("WRONG_VALUE", annotations.at(name), String.valueOf(e.getMessage()),
                    "Azure would refuse the Service");
            return Optional.empty();
        }
    }
}
