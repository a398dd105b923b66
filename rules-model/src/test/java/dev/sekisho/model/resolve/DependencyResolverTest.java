package dev.sekisho.model.resolve;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.cluster.Dependency;
import dev.sekisho.model.cluster.Dependency.Protocol;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.need.EgressNeed.Layer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DependencyResolverTest {

    /// What each service answers on when nothing narrows it.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            azure-sql-database  | db.database.windows.net           | firewall        | db:gateway=tcp:1433 db:redirect=tcp:11000-11999
            azure-sql-database  | db.database.windows.net           | privateEndpoint | db=tcp:1433-65535
            azure-sql-database  | db.database.windows.net           | serviceEndpoint | db:gateway=tcp:1433 db:redirect=tcp:11000-11999
            azure-sql-managed-instance | mi.abc123.database.windows.net | firewall     | db=mssql:1433
            azure-sql-managed-instance | mi.public.abc123.database.windows.net | firewall | db=tcp:3342
            storage-blob        | db.blob.core.windows.net          | firewall        | db=https:443
            storage-file        | db.file.core.windows.net          | firewall        | db:smb=tcp:445 db:https=https:443
            storage-dfs         | db.dfs.core.windows.net           | firewall        | db=https:443 db:blob=https:443
            cosmos-nosql        | db.documents.azure.com            | firewall        | db:gateway=https:443 db:direct=tcp:10000-20000 db:regional=https:443
            cosmos-nosql        | db-japaneast.documents.azure.com  | firewall        | db:gateway=https:443 db:direct=tcp:10000-20000
            cosmos-mongodb      | db.mongo.cosmos.azure.com         | firewall        | db=tcp:10255 db:regional=tcp:10255
            postgresql-flexible | db.postgres.database.azure.com    | firewall        | db=tcp:5432
            mysql-flexible      | db.mysql.database.azure.com       | privateEndpoint | db=tcp:3306
            redis-cache         | db.redis.cache.windows.net        | firewall        | db:tls=tcp:6380 db:shards=tcp:13000-13999,15000-15999
            managed-redis       | db.japaneast.redis.azure.net      | firewall        | db:database=tcp:10000 db:cluster=tcp:8500-8599
            service-bus         | db.servicebus.windows.net         | firewall        | db:amqp=tcp:5671-5672 db:https=https:443
            event-hubs          | db.servicebus.windows.net         | firewall        | db:amqp=tcp:5671-5672 db:kafka=tcp:9093 db:https=https:443
            event-grid          | db.japaneast.eventgrid.azure.net  | firewall        | db=https:443
            key-vault           | db.vault.azure.net                | firewall        | db=https:443
            container-registry  | db.azurecr.io                     | firewall        | db=https:443 db:data=https:443
            """)
    void answersOnTheUsualPorts(String service, String host, String via, String expected) {
        Via mechanism = switch (via) {
            case "privateEndpoint" -> Via.PRIVATE_ENDPOINT;
            case "serviceEndpoint" -> Via.SERVICE_ENDPOINT;
            default -> Via.FIREWALL;
        };
        Resolved resolved = Resolved.of(Intent.publicCluster().service("db", service, host, mechanism));
        List<String> legs = resolved.needs().needs().stream().filter(need -> need.group().equals("dependencies"))
                .map(need -> need.id() + "=" + resolved.wire(need.id()).replace(", ", ",")).toList();
        assertEquals(List.of(expected.split(" ")), legs);
    }

    @Test
    void protocolAndPortNarrowAService() {
        Resolved resolved = Resolved.of(Intent.publicCluster()
                .narrowed("sql", "azure-sql-database", "db.database.windows.net", Via.FIREWALL, Protocol.MSSQL, "1433")
                .narrowed("kafka", "event-hubs", "hub.servicebus.windows.net", Via.FIREWALL, Protocol.TCP, "9093")
                .narrowed("share", "storage-file", "files.file.core.windows.net", Via.FIREWALL, Protocol.TCP, "2049")
                .narrowed("cache", "redis-cache", "c.redis.cache.windows.net", Via.FIREWALL, Protocol.TCP, "6380"));
        assertEquals("mssql:1433", resolved.wire("sql"));
        assertEquals(List.of("db.database.windows.net", "Sql.JapanEast"), resolved.alternatives("sql"));
        assertTrue(resolved.need("sql").layers().contains(Layer.APPLICATION));
        assertEquals("tcp:9093", resolved.wire("kafka"));
        assertEquals("tcp:2049", resolved.wire("share"));
        assertEquals("tcp:6380", resolved.wire("cache"));
        assertTrue(resolved.warnings().contains("SQL_PROXY_POLICY"));
    }

    @Test
    void aPortThatTheServiceDoesNotHaveIsAnError() {
        Intent intent = Intent.publicCluster().narrowed("db", "mysql-flexible", "db.mysql.database.azure.com",
                Via.FIREWALL, Protocol.TCP, "5432");
        assertEquals(Set.of("SERVICE_PORT"), Resolved.withProblems(intent).errors());
    }

    @Test
    void redirectTargetsAreWrittenByTagOnly() {
        Resolved resolved = Resolved.of(
                Intent.publicCluster().service("db", "azure-sql-database", "db.database.windows.net", Via.FIREWALL));
        assertEquals(List.of("db.database.windows.net", "Sql.JapanEast"), resolved.alternatives("db:gateway"));
        assertEquals(List.of("Sql.JapanEast"), resolved.alternatives("db:redirect"));
        assertEquals(Set.of(Layer.NETWORK), resolved.need("db:redirect").layers());
        assertTrue(resolved.warnings().contains("SQL_REDIRECT"));
    }

    @Test
    void aPrivateEndpointHasTheZoneOfItsCloudAndForm() {
        Resolved resolved = Resolved.of(Intent.publicCluster()
                .service("vault", "key-vault", "kv.vault.azure.net", Via.PRIVATE_ENDPOINT)
                .service("lake", "storage-dfs", "lake.dfs.core.windows.net", Via.PRIVATE_ENDPOINT)
                .service("copy", "storage-blob", "data-secondary.blob.core.windows.net", Via.PRIVATE_ENDPOINT)
                .service("mi", "azure-sql-managed-instance", "mi.d4e5.database.windows.net", Via.PRIVATE_ENDPOINT));
        assertEquals(List.of("privatelink.vaultcore.azure.net"),
                resolved.need("vault").privateEndpoint().orElseThrow().zones());
        assertEquals(List.of("privatelink.d4e5.database.windows.net"),
                resolved.need("mi").privateEndpoint().orElseThrow().zones());
        assertEquals(List.of("dfs"), resolved.need("lake").privateEndpoint().orElseThrow().groupIds());
        assertEquals(List.of("blob"), resolved.need("lake:blob").privateEndpoint().orElseThrow().groupIds());
        assertEquals(List.of("blob_secondary"), resolved.need("copy").privateEndpoint().orElseThrow().groupIds());
    }

    @Test
    void aServiceEndpointGoesPastTheFirewallAndSaysSo() {
        Resolved resolved = Resolved.of(
                Intent.publicCluster().service("store", "storage-queue", "q.queue.core.windows.net",
                        Via.SERVICE_ENDPOINT));
        assertEquals(Optional.of("Microsoft.Storage"), resolved.need("store").serviceEndpoint());
        assertEquals(Set.of(Layer.LOCAL), resolved.need("store").layers());
        assertTrue(resolved.warnings().contains("SERVICE_ENDPOINT_BYPASS"));
    }

    @ParameterizedTest
    @CsvSource({
            "key-vault, kv.vault.azure.com, firewall, SERVICE_HOST",
            "key-vault, kv.vault.usgovcloudapi.net, firewall, SERVICE_HOST",
            "azure-sql-database, db.privatelink.database.windows.net, firewall, PRIVATE_LINK_HOST",
            "storage-blob, '*.blob.core.windows.net', privateEndpoint, HOST_WILDCARD",
            "redis-cache, '*.redis.cache.windows.net', firewall, NETWORK_FQDN_WILDCARD",
            "entra-id, login.microsoftonline.com, privateEndpoint, NO_PRIVATE_ENDPOINT",
            "redis-cache, c.redis.cache.windows.net, serviceEndpoint, NO_SERVICE_ENDPOINT",
            "no-such-service, c.example.net, firewall, UNKNOWN_SERVICE"})
    void whatCannotWorkIsAnError(String service, String host, String via, String code) {
        Via mechanism = switch (via) {
            case "privateEndpoint" -> Via.PRIVATE_ENDPOINT;
            case "serviceEndpoint" -> Via.SERVICE_ENDPOINT;
            default -> Via.FIREWALL;
        };
        Resolved resolved = Resolved.withProblems(Intent.publicCluster().service("it", service, host, mechanism));
        assertEquals(Set.of(code), resolved.errors());
        assertFalse(resolved.ids().contains("it"));
    }

    @Test
    void aServiceWhoseNamesAreTheSameForEverybodyNeedsNoHost() {
        Resolved commercial = Resolved.of(Intent.publicCluster().dependency(without("login", "entra-id"))
                .dependency(without("logs", "log-analytics")));
        assertEquals(List.of("login.microsoftonline.com,graph.microsoft.com", "AzureActiveDirectory"),
                commercial.alternatives("login"));
        assertEquals("*.ods.opinsights.azure.com,*.oms.opinsights.azure.com,*.ingest.monitor.azure.com,"
                + "*.handler.control.monitor.azure.com", commercial.alternatives("logs").getFirst());
        Resolved government = Resolved.of(Intent.publicCluster().cloud(Cloud.AZURE_US_GOVERNMENT, "usgovvirginia")
                .dependency(without("api", "azure-resource-manager")));
        assertEquals(List.of("management.usgovcloudapi.net", "AzureResourceManager"), government.alternatives("api"));
    }

    @Test
    void aServiceWithNamesOfItsOwnersNeedsAHost() {
        assertEquals(Set.of("MISSING_HOST"),
                Resolved.withProblems(Intent.publicCluster().dependency(without("db", "azure-sql-database"))).errors());
    }

    private static Dependency without(String name, String service) {
        return new Dependency(name, Optional.of(service), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Via.FIREWALL, Optional.empty(), "", SourceLocation.UNKNOWN);
    }

    @Test
    void aServiceThatACloudDoesNotHaveIsAnError() {
        Intent noZone = Intent.publicCluster().cloud(Cloud.AZURE_CHINA, "chinanorth3").service("cfg",
                "app-configuration", "cfg.azconfig.azure.cn", Via.PRIVATE_ENDPOINT);
        assertEquals(Set.of("PRIVATE_ZONE_UNKNOWN"), Resolved.withProblems(noZone).errors());
        Intent noName = Intent.publicCluster().cloud(Cloud.AZURE_CHINA, "chinanorth3").service("ai", "azure-openai",
                "ai.openai.azure.com", Via.FIREWALL);
        assertEquals(Set.of("SERVICE_NOT_IN_CLOUD"), Resolved.withProblems(noName).errors());
    }

    @Test
    void destinationsOutsideAzureNeedNoService() {
        Resolved resolved = Resolved.of(Intent.publicCluster()
                .dependency(plain("partner", "api.partner.example", "", Protocol.HTTPS, "8443"))
                .dependency(plain("ledger", "", "172.20.0.0/24", Protocol.TCP, "5432"))
                .dependency(plain("relay", "smtp.partner.example", "", Protocol.TCP, "587"))
                .dependency(plain("files", "*.partner.example", "", Protocol.HTTPS, "443"))
                .dependency(plain("sidecar", "", "10.42.3.0/24", Protocol.TCP, "8080")));
        assertEquals(Set.of(Layer.APPLICATION, Layer.NETWORK), resolved.need("partner").layers());
        assertEquals("https:8443", resolved.wire("partner"));
        assertEquals(Set.of(Layer.NETWORK), resolved.need("ledger").layers());
        assertEquals(List.of("smtp.partner.example"), resolved.alternatives("relay"));
        assertEquals(Set.of(Layer.APPLICATION), resolved.need("files").layers());
        assertEquals(Set.of(Layer.LOCAL), resolved.need("sidecar").layers());
    }

    @Test
    void aWildcardCannotBeANetworkRule() {
        Intent intent = Intent.publicCluster().dependency(plain("x", "*.partner.example", "", Protocol.TCP, "22"));
        assertEquals(Set.of("NETWORK_FQDN_WILDCARD"), Resolved.withProblems(intent).errors());
    }

    @Test
    void aDependencyOnARetiredNameGetsAWarning() {
        Intent intent = Intent.publicCluster()
                .dependency(plain("old", "acs-mirror.azureedge.net", "", Protocol.HTTPS, "443"));
        assertTrue(Resolved.of(intent).warnings().contains("RETIRED_NAME"));
    }

    @Test
    void theAddressOfAnEndpointIsThatOfTheNamedHostOnly() {
        Dependency images = new Dependency("images", Optional.of("container-registry"),
                Optional.of(FqdnPattern.parse("shop.azurecr.io")), Optional.empty(), Optional.empty(), Optional.empty(),
                Via.PRIVATE_ENDPOINT, Optional.of(IpAddress.parse("10.42.5.8")), "", SourceLocation.UNKNOWN);
        Resolved resolved = Resolved.of(Intent.publicCluster().dependency(images));
        assertEquals(List.of("shop.azurecr.io", "10.42.5.8/32"), resolved.alternatives("images"));
        assertEquals(List.of("shop.japaneast.data.azurecr.io"), resolved.alternatives("images:data"));
    }

    @Test
    void aPrivateEndpointElsewhereIsTheFirewallsBusiness() {
        Dependency far = new Dependency("far", Optional.of("mysql-flexible"),
                Optional.of(FqdnPattern.parse("far.mysql.database.azure.com")), Optional.empty(), Optional.empty(),
                Optional.empty(), Via.PRIVATE_ENDPOINT, Optional.of(IpAddress.parse("10.99.0.7")), "",
                SourceLocation.UNKNOWN);
        Resolved resolved = Resolved.of(Intent.publicCluster().dependency(far));
        assertEquals(Set.of(Layer.NETWORK), resolved.need("far").layers());
        assertEquals(List.of("far.mysql.database.azure.com", "10.99.0.7/32"), resolved.alternatives("far"));
    }

    private static Dependency plain(String name, String host, String cidr, Protocol protocol, String ports) {
        return new Dependency(name, Optional.empty(),
                host.isEmpty() ? Optional.empty() : Optional.of(FqdnPattern.parse(host)),
                cidr.isEmpty() ? Optional.empty() : Optional.of(IpPrefix.parse(cidr)), Optional.of(protocol),
                Optional.of(PortSet.parse(ports)), Via.FIREWALL, Optional.empty(), "", SourceLocation.UNKNOWN);
    }
}
