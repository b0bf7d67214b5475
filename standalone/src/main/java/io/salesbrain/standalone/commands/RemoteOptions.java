package io.salesbrain.standalone.commands;

import io.salesbrain.standalone.remote.AdminApi;
import io.salesbrain.standalone.remote.BaseUrl;
import picocli.CommandLine.Option;

/** Which running installation a command speaks to, as its administrator. */
final class RemoteOptions {
    @Option(names = "--url", description = "Where Salesbrain answers (default: ${DEFAULT-VALUE}).")
    String url = "http://localhost:8080";

    @Option(
            names = "--admin-key",
            required = true,
            description = "The administrator's key; better given as SALESBRAIN_ADMIN_KEY_FILE.")
    String adminKey = "";

    AdminApi open() {
        return new AdminApi(BaseUrl.parse(url), adminKey);
    }
}
