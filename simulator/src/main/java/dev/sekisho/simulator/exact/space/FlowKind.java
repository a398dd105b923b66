package dev.sekisho.simulator.exact.space;

import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.traffic.ApplicationData;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a flow speaks: an IP protocol, and for TCP also an application protocol that the firewall recognises.
public enum FlowKind {
    ICMP(IpProtocol.ICMP), ICMPV6(IpProtocol.ICMPV6), ESP(IpProtocol.ESP), AH(IpProtocol.AH),
    /// Every other protocol, with GRE standing for all of them.
    OTHER(IpProtocol.GRE), UDP(IpProtocol.UDP),
    /// TCP that is none of the application protocols.
    TCP(IpProtocol.TCP), HTTP(ApplicationData.Protocol.HTTP), HTTPS(ApplicationData.Protocol.HTTPS), MSSQL(
            ApplicationData.Protocol.MSSQL);

    /// Every kind.
    public static final Set<FlowKind> ALL = Collections.unmodifiableSet(EnumSet.allOf(FlowKind.class));
    /// TCP, whatever is spoken in it.
    public static final Set<FlowKind> ANY_TCP = Collections.unmodifiableSet(EnumSet.range(TCP, MSSQL));
    /// What the application pass of a firewall looks at.
    public static final Set<FlowKind> APPLICATION = Collections.unmodifiableSet(EnumSet.range(HTTP, MSSQL));

    private final IpProtocol protocol;
    private final Optional<ApplicationData.Protocol> application;

    FlowKind(IpProtocol protocol) {
        this.protocol = protocol;
        this.application = Optional.empty();
    }

    FlowKind(ApplicationData.Protocol application) {
        this.protocol = IpProtocol.TCP;
        this.application = Optional.of(application);
    }

    /// Returns the IP protocol.
    public IpProtocol protocol() {
        return protocol;
    }

    /// Returns the application protocol, where the firewall recognises one.
    public Optional<ApplicationData.Protocol> application() {
        return application;
    }

    /// Tells whether flows of the kind have a port.
    public boolean hasPorts() {
        return protocol.hasPorts();
    }

    /// Returns the kind of an application protocol.
    public static FlowKind of(ApplicationData.Protocol application) {
        return switch (application) {
            case HTTP -> HTTP;
            case HTTPS -> HTTPS;
            case MSSQL -> MSSQL;
        };
    }

    /// The name that people use.
    public String text() {
        return switch (this) {
            case ICMP -> "icmp";
            case ICMPV6 -> "icmpv6";
            case ESP -> "esp";
            case AH -> "ah";
            case OTHER -> "other";
            case UDP -> "udp";
            case TCP -> "tcp";
            case HTTP -> "http";
            case HTTPS -> "https";
            case MSSQL -> "mssql";
        };
    }
}
