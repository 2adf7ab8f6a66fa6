package org.paperbridge.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class DerivedKeysTest {

    /** RFC 8032, 7.1, test 1. */
    @Test
    void aSeedGivesTheKeyPairAndSignatureOfTheStandard() throws Exception {
        KeyPair pair = DerivedKeys.ed25519(
                HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        byte[] encoded = pair.getPublic().getEncoded();
        assertThat(HexFormat.of().formatHex(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        assertThat(HexFormat.of().formatHex(signature.sign()))
                .isEqualTo("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e3970"
                        + "1cf9b46bd25bf5f0595bbe24655141438e7a100b");
    }

    @Test
    void theKitPasswordFollowsFromTheRingAndNothingElse() {
        KeyRing ring = KeyRing.generate(7, new SecureRandom());
        assertThat(ring.kitPassword())
                .matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}")
                .isEqualTo(ring.withNewPageKey(new SecureRandom()).kitPassword())
                .isNotEqualTo(KeyRing.generate(7, new SecureRandom()).kitPassword());
    }
}
