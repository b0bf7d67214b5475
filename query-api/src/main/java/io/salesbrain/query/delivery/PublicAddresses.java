package io.salesbrain.query.delivery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which addresses are out in the world. Whoever may name an address that we then call must not reach what only we can
 * reach: this machine, its network, the cloud's metadata (RFC 6890, RFC 4291, RFC 6598).
 */
final class PublicAddresses {
    /** The addresses that begin with the same bits. */
    private static final class Block {
        private final int bits;
        private final byte[] prefix;

        private Block(int bits, byte[] prefix) {
            this.bits = bits;
            this.prefix = prefix;
        }

        static Block of(int bits, int... prefix) {
            var bytes = new byte[prefix.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) prefix[i];
            }
            return new Block(bits, bytes);
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Block> PRIVATE_4 = List.of(
            Block.of(8, 0),
            Block.of(8, 10),
            Block.of(10, 100, 64),
            Block.of(8, 127),
            Block.of(16, 169, 254),
            Block.of(12, 172, 16),
            Block.of(24, 192, 0, 0),
            Block.of(24, 192, 0, 2),
            Block.of(24, 192, 88, 99),
            Block.of(16, 192, 168),
            Block.of(15, 198, 18),
            Block.of(24, 198, 51, 100),
            Block.of(24, 203, 0, 113),
            Block.of(3, 224));

    /** Of the sixth version only the global unicast block is out in the world, but for what hides others in it. */
    private static final Block GLOBAL_6 = Block.of(3, 0x20);

    private static final List<Block> PRIVATE_6 = List.of(
            Block.of(23, 0x20, 0x01, 0x00),
            Block.of(32, 0x20, 0x01, 0x0d, 0xb8),
            Block.of(16, 0x20, 0x02),
            Block.of(20, 0x3f, 0xff, 0x00));

    /** Numbers that some programs read as an address and others as another: decimal, octal, hexadecimal, shortened. */
    private static final Pattern NUMERIC = Pattern.compile("(?i)(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

    private static final Pattern DOTTED =
            Pattern.compile("(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})");

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return PRIVATE_4.stream().noneMatch(block -> block.holds(bytes));
        }
        return GLOBAL_6.holds(bytes) && PRIVATE_6.stream().noneMatch(block -> block.holds(bytes));
    }

    /** A host that is a number but not the one way everybody reads the same. */
    static boolean isAmbiguous(String host) {
        return !host.contains(":")
                && NUMERIC.matcher(host).matches()
                && !DOTTED.matcher(host).matches();
    }
}
