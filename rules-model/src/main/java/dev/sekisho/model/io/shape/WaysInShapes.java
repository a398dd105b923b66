package dev.sekisho.model.io.shape;

import java.util.List;

import static dev.sekisho.model.io.shape.Property.inner;
import static dev.sekisho.model.io.shape.Property.notModelled;
import static dev.sekisho.model.io.shape.Property.number;
import static dev.sekisho.model.io.shape.Property.part;
import static dev.sekisho.model.io.shape.Property.parts;
import static dev.sekisho.model.io.shape.Property.reference;
import static dev.sekisho.model.io.shape.Property.references;
import static dev.sekisho.model.io.shape.Property.text;
import static dev.sekisho.model.io.shape.Property.texts;

/// What lets others in: Private Link services, Application Gateways, and load balancers as far as their addresses go.
final class WaysInShapes {
    private static final String PLACEMENT = "it decides where an address is kept, not what it leads to";
    private static final String REQUESTS = "it judges or changes requests of open connections, not who may connect";
    private static final String BEHIND = "which Service is behind an address, manifests say";

    private static final Shape SUBSCRIPTIONS = Shape.of("a list of subscriptions", texts("subscriptions"));

    private static final Shape NAT_ADDRESS = CommonShapes.part("an IP configuration", text("name"),
            text("privateIPAddress"), reference("subnet")).leaving(PLACEMENT, "primary",
                    "privateIPAddressVersion", "privateIPAllocationMethod");

    private static final Shape STATE = Shape.of("the state of a connection", text("status"))
            .leaving(CommonShapes.STATUS, "description", "actionsRequired");

    private static final Shape CONNECTION = CommonShapes.part("a private endpoint connection", text("name"),
            reference("privateEndpoint"), part("privateLinkServiceConnectionState", STATE))
            .leaving(CommonShapes.STATUS, "linkIdentifier", "privateEndpointLocation");

    static final Shape PRIVATE_LINK_SERVICE = CommonShapes.resource("a Private Link service",
            parts("ipConfigurations", NAT_ADDRESS), references("loadBalancerFrontendIpConfigurations"),
            text("destinationIPAddress"), text("alias"), inner("visibility", SUBSCRIPTIONS, "subscriptions"),
            inner("autoApproval", SUBSCRIPTIONS, "subscriptions"), parts("privateEndpointConnections", CONNECTION),
            notModelled("accessMode", "everybody who sees the service is taken to be able to ask", "Default"))
            .leaving(REQUESTS, "enableProxyProtocol", "fqdns").leaving(CommonShapes.BACK_REFERENCE,
                    "networkInterfaces");

    private static final Shape BALANCER_FRONTEND = CommonShapes.part("a frontend", text("name"),
            text("privateIPAddress"), reference("publicIPAddress"), reference("subnet"),
            notModelled("gatewayLoadBalancer", "traffic is taken not to pass a gateway load balancer"))
            .leaving(PLACEMENT, "privateIPAllocationMethod", "privateIPAddressVersion", "publicIPPrefix",
                    "ddosSettings")
            .leaving(CommonShapes.BACK_REFERENCE, "inboundNatPools", "inboundNatRules", "loadBalancingRules",
                    "outboundRules");

    static final Shape LOAD_BALANCER = CommonShapes.resource("a load balancer",
            parts("frontendIPConfigurations", BALANCER_FRONTEND),
            notModelled("inboundNatRules", "only Services are followed through a load balancer"),
            notModelled("inboundNatPools", "only Services are followed through a load balancer"))
            .leaving(BEHIND, "backendAddressPools", "loadBalancingRules", "probes", "sku")
            .leaving("it decides the source address of traffic that no firewall sees, not what is reached",
                    "outboundRules");

    private static final Shape GATEWAY_PLACE = CommonShapes.part("an IP configuration", text("name"),
            reference("subnet"));

    private static final Shape GATEWAY_FRONTEND = CommonShapes.part("a frontend", text("name"),
            text("privateIPAddress"), reference("publicIPAddress"), reference("subnet"),
            notModelled("privateLinkConfiguration", "private endpoints of an Application Gateway are not followed"))
            .leaving(PLACEMENT, "privateIPAllocationMethod").leaving(CommonShapes.BACK_REFERENCE, "httpListeners");

    private static final Shape PORT = CommonShapes.part("a frontend port", text("name"), number("port"))
            .leaving(CommonShapes.BACK_REFERENCE, "httpListeners");

    private static final Shape BACKEND_ADDRESS = Shape.of("a backend address", text("fqdn"), text("ipAddress"));

    private static final Shape POOL = CommonShapes.part("a backend pool", text("name"),
            parts("backendAddresses", BACKEND_ADDRESS), texts("fqdns"), texts("ipAddresses"))
            .leaving(CommonShapes.BACK_REFERENCE, "backendIPConfigurations", "requestRoutingRules", "urlPathMaps",
                    "pathRules");

    private static final Shape SETTINGS = CommonShapes.part("backend settings", text("name"), number("port"))
            .leaving(REQUESTS, "affinityCookieName", "authenticationCertificates", "connectionDraining",
                    "cookieBasedAffinity", "dedicatedBackendConnection", "hostName", "path",
                    "pickHostNameFromBackendAddress", "probe", "probeEnabled", "protocol", "requestTimeout", "sniName",
                    "trustedRootCertificates", "validateCertChainAndExpiry", "validateSNI",
                    "enableL4ClientIpPreservation", "timeout")
            .leaving(CommonShapes.BACK_REFERENCE, "requestRoutingRules", "urlPathMaps", "pathRules");

    private static final Shape LISTENER = CommonShapes.part("a listener", text("name"),
            reference("frontendIPConfiguration"), reference("frontendPort"), text("hostName"), texts("hostNames"))
            .leaving(REQUESTS, "customErrorConfigurations", "firewallPolicy", "protocol",
                    "requireServerNameIndication", "sslCertificate", "sslProfile")
            .leaving(CommonShapes.BACK_REFERENCE, "requestRoutingRules");

    private static final String WEIGHTS = "backends that a load distribution policy chooses are not followed";

    private static final Shape RULE = CommonShapes.part("a rule", text("name"), reference("httpListener"),
            reference("listener").as("httpListener"), reference("backendAddressPool"),
            reference("backendHttpSettings"), reference("backendSettings").as("backendHttpSettings"),
            reference("urlPathMap"), notModelled("loadDistributionPolicy", WEIGHTS))
            .leaving(REQUESTS, "ruleType", "priority", "redirectConfiguration", "rewriteRuleSet",
                    "entraJWTValidationConfig");

    private static final Shape PATH_RULE = CommonShapes.part("a path rule", text("name"),
            reference("backendAddressPool"), reference("backendHttpSettings"),
            notModelled("loadDistributionPolicy", WEIGHTS))
            .leaving(REQUESTS, "paths", "firewallPolicy", "redirectConfiguration", "rewriteRuleSet");

    private static final Shape PATH_MAP = CommonShapes.part("a map of paths", text("name"),
            reference("defaultBackendAddressPool").as("backendAddressPool"),
            reference("defaultBackendHttpSettings").as("backendHttpSettings"), parts("pathRules", PATH_RULE),
            notModelled("defaultLoadDistributionPolicy", WEIGHTS))
            .leaving(REQUESTS, "defaultRedirectConfiguration", "defaultRewriteRuleSet")
            .leaving(CommonShapes.BACK_REFERENCE, "requestRoutingRules");

    static final Shape APPLICATION_GATEWAY = CommonShapes.resource("an Application Gateway",
            parts("gatewayIPConfigurations", GATEWAY_PLACE), parts("frontendIPConfigurations", GATEWAY_FRONTEND),
            parts("frontendPorts", PORT), parts("backendAddressPools", POOL),
            parts("backendHttpSettingsCollection", SETTINGS),
            parts("backendSettingsCollection", SETTINGS).as("backendHttpSettingsCollection"),
            parts("httpListeners", LISTENER), parts("listeners", LISTENER).as("httpListeners"),
            parts("requestRoutingRules", RULE), parts("routingRules", RULE).as("requestRoutingRules"),
            parts("urlPathMaps", PATH_MAP), notModelled("loadDistributionPolicies", WEIGHTS),
            notModelled("privateLinkConfigurations",
                    "private endpoints of an Application Gateway are not followed"))
            .leaving(REQUESTS, "authenticationCertificates", "customErrorConfigurations", "enableFips", "enableHttp2",
                    "entraJWTValidationConfigs", "firewallPolicy", "forceFirewallPolicyAssociation",
                    "globalConfiguration", "probes", "redirectConfigurations", "rewriteRuleSets", "sslCertificates",
                    "sslPolicy", "sslProfiles", "trustedClientCertificates", "trustedRootCertificates",
                    "webApplicationFirewallConfiguration", "defaultPredefinedSslPolicy")
            .leaving(CommonShapes.OBSERVATION, "autoscaleConfiguration", "sku")
            .leaving(CommonShapes.STATUS, "operationalState", "privateEndpointConnections");

    private WaysInShapes() {}

    /// All resource types that are read here, with their names.
    static List<ResourceKind> kinds() {
        return List.of(new ResourceKind("Microsoft.Network/privateLinkServices", PRIVATE_LINK_SERVICE,
                "privateLinkServices"),
                new ResourceKind("Microsoft.Network/loadBalancers", LOAD_BALANCER, "loadBalancers"),
                new ResourceKind("Microsoft.Network/applicationGateways", APPLICATION_GATEWAY,
                        "applicationGateways"));
    }
}
