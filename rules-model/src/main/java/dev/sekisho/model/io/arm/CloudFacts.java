package dev.sekisho.model.io.arm;

import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.arm.value.Items;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.Members.Member;
import dev.sekisho.model.io.arm.value.Value;
import java.util.ArrayList;
import java.util.List;

/// What `environment()` says about a cloud. Of the sovereign clouds only what their documentation agrees on; the rest is
/// unknown.
///
/// Source: learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-deployment#environment
final class CloudFacts {
    private final SourceLocation at;

    private CloudFacts(SourceLocation at) {
        this.at = at;
    }

    static Members of(Cloud cloud, SourceLocation at) {
        CloudFacts facts = new CloudFacts(at);
        return switch (cloud) {
            case AZURE_PUBLIC -> facts.world();
            case AZURE_US_GOVERNMENT -> facts.object("name", "AzureUSGovernment",
                    "resourceManager", "https://management.usgovcloudapi.net/",
                    "suffixes", facts.object("acrLoginServer", ".azurecr.us", "keyvaultDns", ".vault.usgovcloudapi.net",
                            "sqlServerHostname", ".database.usgovcloudapi.net", "storage", "core.usgovcloudapi.net"));
            case AZURE_CHINA -> facts.object("name", "AzureChinaCloud",
                    "suffixes", facts.object("acrLoginServer", ".azurecr.cn", "keyvaultDns", ".vault.azure.cn",
                            "sqlServerHostname", ".database.chinacloudapi.cn", "storage", "core.chinacloudapi.cn"));
        };
    }

    private Members world() {
        return object("name", "AzureCloud", "gallery", "https://gallery.azure.com/",
                "graph", "https://graph.windows.net/", "portal", "https://portal.azure.com",
                "graphAudience", "https://graph.windows.net/",
                "activeDirectoryDataLake", "https://datalake.azure.net/",
                "batch", "https://batch.core.windows.net/", "media", "https://rest.media.azure.net",
                "sqlManagement", "https://management.core.windows.net:8443/",
                "resourceManager", "https://management.azure.com/",
                "authentication", object("loginEndpoint", "https://login.microsoftonline.com/",
                        "audiences", Items.of(at, List.of(
                                new Value.Text(at, "https://management.core.windows.net/"),
                                new Value.Text(at, "https://management.azure.com/"))),
                        "tenant", "common", "identityProvider", "AAD"),
                "suffixes", object("acrLoginServer", ".azurecr.io",
                        "azureDatalakeAnalyticsCatalogAndJob", "azuredatalakeanalytics.net",
                        "azureDatalakeStoreFileSystem", "azuredatalakestore.net",
                        "azureFrontDoorEndpointSuffix", "azurefd.net", "keyvaultDns", ".vault.azure.net",
                        "sqlServerHostname", ".database.windows.net", "storage", "core.windows.net"));
    }

    /// Names and values in turn.
    private Members object(Object... parts) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < parts.length; i += 2) {
            Value value = parts[i + 1] instanceof Value made ? made : new Value.Text(at, parts[i + 1].toString());
            members.add(Member.of(parts[i].toString(), value));
        }
        return Members.of(at, members);
    }
}
