package org.paperbridge.kit.pdfbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/**
 * AES-256 for the files of a kit (ISO 32000-2, 7.6, security handler revision 6). Printing stays allowed, and every PDF
 * reader asks for the password.
 *
 * <p>All files of a kit have one file key, sealed by the password, and so have the kits that follow it: what is encrypted
 * does not depend on where in a file it stands, so a page is taken into the next kit without being encrypted again. Every
 * stream and string has its own random initialisation vector. PDFBox makes and opens the sealed key.
 */
public final class PdfSeal {

    /** Of the catalogue: PDF 1.7 knows revision 6 by Adobe's extension level 8. */
    static final String EXTENSION = " /Extensions << /ADBE << /BaseVersion /1.7 /ExtensionLevel 8 >> >>";

    private static final int KEY_BITS = 256;
    private static final int BLOCK = 16;

    private final String password;
    private final SecretKeySpec key;
    private final String dictionary;
    private final SecureRandom random = new SecureRandom();

    private PdfSeal(String password, byte[] key, COSDictionary sealed) {
        this.password = password;
        this.key = new SecretKeySpec(key, "AES");
        this.dictionary = "<< /Filter /Standard /V 5 /R 6 /Length 256 /P " + sealed.getInt(COSName.P)
                + hex(sealed, COSName.O)
                + hex(sealed, COSName.U)
                + hex(sealed, COSName.OE)
                + hex(sealed, COSName.UE)
                + hex(sealed, COSName.PERMS)
                + " /CF << /StdCF << /Type /CryptFilter /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >>"
                + " /StmF /StdCF /StrF /StdCF >>";
    }

    /** With a new file key. */
    public static PdfSeal create(String password) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(policy(password));
            document.save(sealed);
        }
        try (PDDocument document = Loader.loadPDF(sealed.toByteArray(), password)) {
            return of(document, password);
        }
    }

    /**
     * The seal of a file that one of these sealed.
     *
     * @throws IOException also when it is not sealed, or by another password
     */
    public static PdfSeal of(Path file, String password) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), password)) {
            if (!document.isEncrypted()) {
                throw new IOException(file.getFileName() + " is not sealed");
            }
            return of(document, password);
        }
    }

    private static PdfSeal of(PDDocument document, String password) throws IOException {
        return new PdfSeal(
                password,
                document.getEncryption().getSecurityHandler().getEncryptionKey(),
                document.getEncryption().getCOSObject());
    }

    private static StandardProtectionPolicy policy(String password) {
        StandardProtectionPolicy policy = new StandardProtectionPolicy(password, password, new AccessPermission());
        policy.setEncryptionKeyLength(KEY_BITS);
        policy.setPreferAES(true);
        return policy;
    }

    /** For files that others drew: the same password and strength, a file key of their own. */
    StandardProtectionPolicy policy() {
        return policy(password);
    }

    /** Entries of the encryption dictionary; its strings are never encrypted. */
    String dictionary() {
        return dictionary;
    }

    byte[] encrypt(byte[] clear, int length) {
        byte[] vector = new byte[BLOCK];
        random.nextBytes(vector);
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(vector));
            byte[] sealed = new byte[BLOCK + cipher.getOutputSize(length)];
            System.arraycopy(vector, 0, sealed, 0, BLOCK);
            cipher.doFinal(clear, 0, length, sealed, BLOCK);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES", e);
        }
    }

    /** By its sealed key; two seals of one password differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PdfSeal seal && seal.dictionary.equals(dictionary);
    }

    @Override
    public int hashCode() {
        return dictionary.hashCode();
    }

    private static String hex(COSDictionary sealed, COSName name) {
        byte[] bytes = ((COSString) sealed.getDictionaryObject(name)).getBytes();
        return " /" + name.getName() + " <" + HexFormat.of().formatHex(bytes) + ">";
    }
}
