package io.salesbrain.query.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "192.0.0.8",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2002:7f00:1::",
                "64:ff9b::7f00:1",
                "2001:0:7f00:1::",
                "2001:db8::1",
                "::7f00:1"
            })
    void whatOnlyWeCanReachIsRefused(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2a00:1450:4001:81b::200e", "2600::1"})
    void theWorldIsPublic(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0177.0.0.1",
                "0x7f.0.0.1",
                "0x7f000001",
                "127.1",
                "127.0.1",
                "017700000001",
                "127.0.0.1.",
                "1.2.3.4.5",
                "a.0x1"
            })
    void numbersThatAreReadInSeveralWaysAreRefused(String host) {
        assertThat(PublicAddresses.isAmbiguous(host)).isTrue();
        var resolver = new CheckedResolver(_ -> new InetAddress[] {InetAddress.getByName("8.8.8.8")}, false);
        assertThatThrownBy(() -> resolver.resolve(host)).isInstanceOf(RefusedHostException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hooks.example.com", "1.2.3.4", "3com.example", "x1.example.com", "[2600::1]"})
    void namesAndPlainAddressesAreNotAmbiguous(String host) {
        assertThat(PublicAddresses.isAmbiguous(host)).isFalse();
    }

    @Test
    void aNameThatChangesItsMindIsCheckedAgain() throws UnknownHostException {
        var asked = new AtomicInteger();
        var resolver = new CheckedResolver(
                _ -> new InetAddress[] {InetAddress.getByName(asked.getAndIncrement() == 0 ? "8.8.8.8" : "127.0.0.1")},
                false);

        assertThat(resolver.resolve("rebinding.example")[0].getHostAddress()).isEqualTo("8.8.8.8");
        assertThatThrownBy(() -> resolver.resolve("rebinding.example")).isInstanceOf(RefusedHostException.class);
    }

    @Test
    void onePrivateAddressAmongSeveralIsEnoughToRefuse() {
        var resolver = new CheckedResolver(
                _ -> new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")}, false);

        assertThatThrownBy(() -> resolver.resolve("both.example")).isInstanceOf(RefusedHostException.class);
    }
}
