package dev.sekisho.simulator.exposure.way;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.kubernetes.LinkRequest;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.PrivateLinkConnection;
import dev.sekisho.model.network.PrivateLinkService;
import dev.sekisho.model.network.SubscriptionSet;
import dev.sekisho.simulator.exposure.answer.Answer;
import dev.sekisho.simulator.exposure.answer.Mend;
import dev.sekisho.simulator.exposure.entrance.Entrance;
import dev.sekisho.simulator.exposure.entrance.Entry;
import dev.sekisho.simulator.exposure.entrance.Frontend;
import dev.sekisho.simulator.exposure.place.Place;
import dev.sekisho.simulator.exposure.place.Places;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Ways in through private endpoints of any network that are connected to a Private Link service before the load balancer, or to
/// the API server. The service replaces the source by an address of its own subnet.
///
/// Source: the pages "What is Azure Private Link service?" and cloud-provider-azure's on its integration.
public record LinkEntries(Environment environment, Views views, List<Place> places) {
    private static final String ELSEWHERE = "private endpoints elsewhere";

    /// What stands before an entrance.
    ///
    /// @param name its name, where it is known
    /// @param natted the NAT addresses, where packets get one
    private record Offer(Optional<String> name, SubscriptionSet visibility, SubscriptionSet approval,
            Optional<AddressSet> natted) {}

    private Optional<Offer> offer(Entrance entrance) {
        if (entrance.entry() == Entry.API_SERVER) {
            return Optional.of(new Offer(Optional.of(entrance.subject().substring(ApiServers.SUBJECT.length())),
                    SubscriptionSet.NONE, SubscriptionSet.NONE, Optional.empty()));
        }
        Optional<LinkRequest> asked = entrance.link();
        if (asked.isPresent()) {
            String network = entrance.frontends().getFirst().where().map(view -> view.network().name()).orElse("");
            Optional<SubnetView> subnet = asked.get().subnet().isPresent()
                    ? views.subnet(network, asked.get().subnet().get())
                    : views.subnetOf(entrance.frontends().getFirst().address());
            return Optional.of(new Offer(asked.get().name(), asked.get().visibility(), asked.get().autoApproval(),
                    Optional.of(natted(asked.get().natAddresses(), subnet))));
        }
        return environment.waysIn().privateLinkServices().stream()
                .filter(service -> service.frontends().stream().flatMap(entry -> entry.known().stream())
                        .anyMatch(address -> entrance.frontends().stream()
                                .anyMatch(frontend -> frontend.address().equals(address))))
                .findFirst().map(this::offer);
    }

    private Offer offer(PrivateLinkService service) {
        return new Offer(Optional.of(service.name()), service.visibility(), service.autoApproval(),
                Optional.of(natted(service.natAddresses(), views
                        .subnet(service.subnet().virtualNetwork().name(), service.subnet().name()))));
    }

    private static AddressSet natted(List<IpAddress> fixed, Optional<SubnetView> subnet) {
        return fixed.isEmpty() ? subnet.map(view -> Places.usable(view.subnet().prefixes())).orElse(AddressSet.EMPTY)
                : AddressSet.unionOf(fixed.stream().map(AddressSet::of).toList());
    }

    /// Returns the places that come to an entrance through a private endpoint, and what stands for endpoints that nobody
    /// describes.
    public List<Place> places(Entrance entrance) {
        Optional<Offer> offer = offer(entrance);
        List<Place> all = new ArrayList<>();
        for (PrivateEndpoint endpoint : offer.map(this::endpoints).orElse(List.of())) {
            places.stream().filter(place -> mayReach(place, endpoint))
                    .forEach(place -> all.add(place.through(Place.Kind.PRIVATE_LINK, endpoint.name())));
        }
        if (offer.isPresent() && entrance.entry() != Entry.API_SERVER) {
            all.add(new Place(Place.Kind.PRIVATE_LINK, ELSEWHERE, AddressSet.EMPTY, Optional.empty(), false,
                    Optional.empty()));
        }
        return all;
    }

    private List<PrivateEndpoint> endpoints(Offer offer) {
        return environment.privateEndpoints().stream().filter(endpoint -> endpoint.connection()
                .filter(connection -> offer.name().filter(connection.service()::names).isPresent()).isPresent())
                .toList();
    }

    /// Endpoints are visible in their own network and its peers, and to what is behind their gateways (`R-19`).
    private boolean mayReach(Place place, PrivateEndpoint endpoint) {
        return switch (place.kind()) {
            case NETWORK, PEERED, OTHER_NETWORK -> place.start()
                    .flatMap(start -> views.subnet(start.network(), start.subnet())).filter(view -> view
                            .privateEndpoints().stream().anyMatch(seen -> seen.endpoint().name()
                                    .equals(endpoint.name())))
                    .isPresent();
            case ON_PREMISES -> place.start().flatMap(start -> views.subnet(start.network(), start.subnet()))
                    .filter(view -> view.privateEndpoints().stream()
                            .anyMatch(seen -> seen.endpoint().name().equals(endpoint.name())))
                    .isPresent();
            case INTERNET, INTERNET_THROUGH_FIREWALL, APPLICATION_GATEWAY, PRIVATE_LINK -> false;
        };
    }

    /// Answers for endpoints that nobody describes: who may connect.
    static Answer elsewhere(Offer offer) {
        SubscriptionSet approved = offer.approval();
        if (approved.isEmpty()) {
            return Answer.no("the owner must approve each connection, and none is approved in advance");
        }
        return approved.everybody() && offer.visibility().everybody()
                ? Answer.yes("whoever knows the service is connected, without approval", Reply.Way.SYMMETRIC)
                : Answer.yes("endpoints of " + approved + " are approved in advance", Reply.Way.SYMMETRIC);
    }

    /// Asks for a client, or for endpoints that nobody describes where there is none.
    public Answer ask(Clients clients, Entrance entrance, Frontend frontend, Place place, Optional<IpAddress> client) {
        Offer offer = offer(entrance).orElseThrow();
        if (client.isEmpty() || place.through().isEmpty()) {
            return broken(frontend).orElseGet(() -> elsewhere(offer));
        }
        PrivateEndpoint endpoint = endpoints(offer).stream()
                .filter(one -> place.through().filter(one.name()::equals).isPresent()).findFirst().orElseThrow();
        return broken(frontend).orElseGet(() -> approved(endpoint.connection().orElseThrow(), offer)
                .then(() -> toEndpoint(clients, endpoint, frontend, place, client.get()))
                .then(() -> offer.natted().map(addresses -> onward(clients, frontend, addresses))
                        .orElseGet(() -> Answer.yes("", Reply.Way.SYMMETRIC))));
    }

    private static Optional<Answer> broken(Frontend frontend) {
        boolean floating = frontend.backend().filter(machine -> machine.translatedPort().isEmpty()).isPresent();
        return frontend.entry() == Entry.PUBLIC_LOAD_BALANCER && floating
                ? Optional
                        .of(Answer.no("Private Link does not work with a public load balancer whose floating IP is on")
                                .with(Mend.NO_FLOATING_IP))
                : Optional.empty();
    }

    private static Answer approved(PrivateLinkConnection connection, Offer offer) {
        if (connection.state().isPresent()) {
            PrivateLinkConnection.State state = connection.state().get();
            return state == PrivateLinkConnection.State.APPROVED ? Answer.yes("", Reply.Way.SYMMETRIC)
                    : Answer.no("the connection is " + state.azureName() + ", not Approved");
        }
        Optional<String> subscription = connection.subscription();
        if (subscription.isEmpty() && !offer.approval().everybody()) {
            return Answer.unknown("whether the connection is approved is not described");
        }
        boolean approved = offer.approval().everybody()
                || offer.approval().contains(subscription.orElse(""));
        return approved ? Answer.yes("", Reply.Way.SYMMETRIC)
                : Answer.no("its subscription is not approved in advance, and no approval is described");
    }

    private static Answer toEndpoint(Clients clients, PrivateEndpoint endpoint, Frontend frontend, Place place,
            IpAddress client) {
        Frontend front = new Frontend(frontend.entry(), endpoint.addresses().getFirst(), true, true, Optional.empty(),
                Optional.empty(), AddressSet.ALL, IpProtocol.TCP, frontend.port(), Optional.empty());
        PathVerdict verdict = clients.evaluate(front.from(client), front.options(place.start()));
        Answer answer = Clients.lost(verdict, place).orElseGet(() -> Answer.yes("private endpoint " + endpoint.name()
                + ": " + verdict, verdict.reply().map(Reply::way).orElse(Reply.Way.SYMMETRIC)));
        return answer.after(verdict.basis());
    }

    /// From a NAT address to the nodes, and back.
    private Answer onward(Clients clients, Frontend frontend, AddressSet natted) {
        if (natted.isEmpty()) {
            return Answer.unknown("the subnet of the Private Link service is not described");
        }
        IpAddress source = natted.first().orElseThrow();
        return clients.admitted(frontend, source).then(() -> {
            if (frontend.where().isEmpty()) {
                return Answer.yes("", Reply.Way.SYMMETRIC);
            }
            RouteVerdict back = RouteInterpreter.select(frontend.where().get(), source);
            Reply.Way way = Clients.wayBack(back);
            Answer answer = Answer.yes("seen as " + source, way);
            return way == Reply.Way.ASYMMETRIC || way == Reply.Way.LOST
                    ? answer.because("replies leave by " + back).with(Mend.ROUTE_BACK)
                    : answer;
        });
    }
}
