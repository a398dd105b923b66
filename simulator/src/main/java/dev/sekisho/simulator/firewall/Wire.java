package dev.sekisho.simulator.firewall;

import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the application pass can see of a flow (`FW-30`).
///
/// @param port the port that counts: behind the explicit proxy the one that the client asked for (`FW-50`)
/// @param sni server name of the TLS hello; absent where it is missing or empty (`FW-31`)
/// @param host Host header, or the host of the URL where there is no header
record Wire(ApplicationData.Protocol protocol, OptionalInt port, Optional<String> sni, Optional<HostHeader> host,
        Optional<Url> url) {

    static Wire of(Flow flow, ApplicationData data) {
        Optional<Url> url = data.url().filter(text -> !text.isBlank()).map(Url::parse);
        Optional<HostHeader> header = data.host().filter(text -> !text.isBlank()).map(HostHeader::parse);
        Optional<HostHeader> fromUrl = url.map(Url::host).filter(name -> !name.isEmpty()).map(HostHeader::parse);
        OptionalInt port = flow.marks().viaExplicitProxy() && flow.marks().realDestinationPort().isPresent()
                ? flow.marks().realDestinationPort()
                : flow.destinationPort();
        return new Wire(data.protocol(), port, data.sni().filter(text -> !text.isBlank()), header.or(() -> fromUrl),
                url);
    }

    boolean isTls() {
        return protocol != ApplicationData.Protocol.HTTP;
    }

    /// Returns the name that decides without inspection: SNI, or the Host header of plain HTTP.
    Optional<String> name() {
        return isTls() ? sni : host.map(HostHeader::name);
    }

    /// Returns the names that a rule sees; all of them must match.
    List<String> names(boolean inspected) {
        List<String> names = new ArrayList<>(name().stream().toList());
        if (inspected && isTls()) {
            host.map(HostHeader::name).ifPresent(names::add);
        }
        return names;
    }

    /// Returns the URL where the firewall sees it.
    Optional<Url> url(boolean inspected) {
        return isTls() && !inspected ? Optional.empty() : url;
    }

    /// Returns the port that the Host header means (`FW-33`).
    OptionalInt hostPort() {
        if (host.isEmpty()) {
            return OptionalInt.empty();
        }
        return host.get().port().isPresent() ? host.get().port() : OptionalInt.of(isTls() ? 443 : 80);
    }

    /// Tells whether the Host header means another port than the connection has (`FW-33`).
    boolean hostPortDiffers() {
        return port.isPresent() && hostPort().isPresent() && port.getAsInt() != hostPort().getAsInt();
    }

    /// Tells whether the Host header names no port itself.
    boolean hostPortImplied() {
        return host.isPresent() && host.get().port().isEmpty();
    }
}
