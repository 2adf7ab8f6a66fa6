package org.paperbridge.simulate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.paperbridge.simulate.HostileFiles.Hostile;

/** Small files that ask for packeds, for ever, or for both. */
final class Bombs {

    private Bombs() {}

    /** @param size what the packed ones unpack to, bytes */
    static List<Hostile> all(int size) {
        byte[] packed = deflated(new byte[] {' '}, size);
        byte[] twice = deflated(packed, packed.length);
        List<Hostile> all = new ArrayList<>();
        all.add(new Hostile("pdf", "nothing", new byte[0]));
        add(all, "page tree that is its own child", pages("/Kids [2 0 R]/Count 1"));
        add(
                all,
                "page tree of two that hold each other",
                pages("/Kids [3 0 R]/Count 9"),
                "<</Type/Pages/Parent 2 0 R/Kids [2 0 R]/Count 9>>");
        add(
                all,
                "a billion pages declared",
                pages("/Kids [3 0 R]/Count 1000000000"),
                page("/Contents 4 0 R"),
                stream("", bytes("")));
        add(
                all,
                "content without end",
                pages("/Kids [3 0 R]/Count 1"),
                page("/Contents 4 0 R"),
                stream("/Filter/FlateDecode", packed));
        add(
                all,
                "content without end, packed twice",
                pages("/Kids [3 0 R]/Count 1"),
                page("/Contents 4 0 R"),
                stream("/Filter[/FlateDecode/FlateDecode]", twice));
        add(
                all,
                "content without end, packed two ways",
                pages("/Kids [3 0 R]/Count 1"),
                page("/Contents 4 0 R"),
                stream("/Filter[/ASCIIHexDecode/FlateDecode]", hex(packed)));
        add(
                all,
                "picture without end",
                pages("/Kids [3 0 R]/Count 1"),
                picturePage(),
                stream("", bytes("q 595 0 0 842 0 0 cm /P Do Q")),
                stream(
                        "/Type/XObject/Subtype/Image/Width 2480/Height 3508/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode",
                        packed));
        add(
                all,
                "picture of 100,000 by 100,000",
                pages("/Kids [3 0 R]/Count 1"),
                picturePage(),
                stream("", bytes("q 595 0 0 842 0 0 cm /P Do Q")),
                stream(
                        "/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/FlateDecode",
                        packed));
        add(
                all,
                "huge picture on a drawn page",
                pages("/Kids [3 0 R]/Count 1"),
                picturePage(),
                stream("", bytes("q 300 0 0 400 10 10 cm /P Do Q 0 0 m 5 5 l S")),
                stream(
                        "/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode",
                        packed));
        add(
                all,
                "fax picture of 60,000 by 60,000",
                pages("/Kids [3 0 R]/Count 1"),
                picturePage(),
                stream("", bytes("q 595 0 0 842 0 0 cm /P Do Q")),
                stream(
                        "/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 60000/Rows 60000>>",
                        bytes("0000")));
        add(
                all,
                "JBIG2 page of 60,000 by 60,000",
                pages("/Kids [3 0 R]/Count 1"),
                picturePage(),
                stream("", bytes("q 595 0 0 842 0 0 cm /P Do Q")),
                stream(
                        "/Type/XObject/Subtype/Image/Width 2480/Height 3508/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode",
                        jbig2()));
        add(
                all,
                "a drawing that draws itself",
                pages("/Kids [3 0 R]/Count 1"),
                picturePage(),
                stream("", bytes("/P Do")),
                stream(
                        "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</P 5 0 R>>>>",
                        bytes("/P Do /P Do /P Do")));
        add(
                all,
                "lines of dashes too short to see",
                pages("/Kids [3 0 R]/Count 1"),
                page("/Contents 4 0 R"),
                stream("", bytes("[0.00001] 0 d 0 0 m 14000 14000 l S")));
        add(
                all,
                "a page of 10 km",
                pages("/Kids [3 0 R]/Count 1"),
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 28000000 28000000]/Contents 4 0 R>>",
                stream("", bytes("0 0 m 5 5 l S")));
        add(
                all,
                "tiles too small to see",
                pages("/Kids [3 0 R]/Count 1"),
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Pattern<</T 5 0 R>>>>>>",
                stream("", bytes("/Pattern cs /T scn 0 0 595 842 re f")),
                stream(
                        "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.0001/YStep 0.0001/Resources<<>>",
                        bytes("0 0 1 1 re f")));
        add(all, "brackets in brackets", pages("/Kids [3 0 R]/Count 1"), "[".repeat(200_000));
        add(all, "dictionaries in dictionaries", pages("/Kids [3 0 R]/Count 1"), "<</A ".repeat(100_000));
        add(
                all,
                "content of brackets in brackets",
                pages("/Kids [3 0 R]/Count 1"),
                page("/Contents 4 0 R"),
                stream("", bytes("[".repeat(200_000))));
        all.add(
                new Hostile(
                        "pdf",
                        "tables of contents in a ring",
                        bytes(
                                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 2/Prev 54>>\nstartxref\n54\n%%EOF")));
        all.add(new Hostile("png", "PNG of 100,000 by 100,000", png(100_000, 100_000, packed)));
        all.add(new Hostile("png", "PNG of a page with too much in it", png(2480, 3508, packed)));
        all.add(new Hostile("png", "PNG with an endless comment", pngComment(packed)));
        all.add(new Hostile("tif", "TIFF pages in a ring", tiff(2480, 3508, 1, 8, true, new byte[100])));
        all.add(new Hostile("tif", "TIFF of 100,000 by 100,000", tiff(100_000, 100_000, 1, 8, false, new byte[100])));
        all.add(new Hostile("tif", "TIFF with too much in a strip", tiff(2480, 3508, 8, 8, false, packed)));
        all.add(new Hostile(
                "tif", "TIFF whose strip ends far away", tiff(2480, 3508, 5, 8, false, new byte[] {1, 2, 3})));
        all.add(new Hostile("jpg", "JPEG of 65,500 by 65,500", jpegHead(65_500, 65_500)));
        all.add(new Hostile("jp2", "JPEG 2000 of 60,000 by 60,000", jp2Head()));
        all.add(new Hostile("pdf", "a program", bytes("MZ" + "\0".repeat(5000))));
        all.add(new Hostile("docx", "a packed document", bytes("PK\3\4" + "x".repeat(5000))));
        return List.copyOf(all);
    }

    private static void add(List<Hostile> all, String kind, Object... objects) {
        all.add(new Hostile("pdf", kind, pdf(objects)));
    }

    private static String pages(String kids) {
        return "<</Type/Pages" + kids + ">>";
    }

    private static String page(String more) {
        return "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]" + more + ">>";
    }

    private static String picturePage() {
        return page("/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>");
    }

    private static byte[] stream(String dictionary, byte[] body) {
        return joined(bytes("<<" + dictionary + "/Length " + body.length + ">>stream\n"), body, bytes("\nendstream"));
    }

    /** Object 1 is the catalogue, 2 the page tree, then the rest. */
    private static byte[] pdf(Object... objects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> places = new ArrayList<>();
        out.writeBytes(bytes("%PDF-1.5\n"));
        places.add(out.size());
        out.writeBytes(bytes("1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"));
        for (int i = 0; i < objects.length; i++) {
            places.add(out.size());
            out.writeBytes(bytes((i + 2) + " 0 obj"));
            out.writeBytes(objects[i] instanceof byte[] raw ? raw : bytes(objects[i].toString()));
            out.writeBytes(bytes("endobj\n"));
        }
        int table = out.size();
        StringBuilder xref = new StringBuilder("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
        for (int place : places) {
            xref.append(String.format("%010d 00000 n \n", place));
        }
        out.writeBytes(bytes(
                xref + "trailer<</Root 1 0 R/Size " + (places.size() + 1) + ">>\nstartxref\n" + table + "\n%%EOF"));
        return out.toByteArray();
    }

    private static byte[] png(int width, int height, byte[] data) {
        byte[] head = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 0, 0, 0, 0})
                .array();
        return joined(pngStart(), chunk("IHDR", head), chunk("IDAT", data), chunk("IEND", new byte[0]));
    }

    private static byte[] pngComment(byte[] data) {
        byte[] head = ByteBuffer.allocate(13)
                .putInt(2480)
                .putInt(3508)
                .put(new byte[] {8, 0, 0, 0, 0})
                .array();
        byte[] comment = joined(bytes("Comment\0\0"), data);
        return joined(
                pngStart(),
                chunk("IHDR", head),
                chunk("zTXt", comment),
                chunk("iCCP", comment),
                chunk("IDAT", deflated(new byte[1], 1)),
                chunk("IEND", new byte[0]));
    }

    private static byte[] pngStart() {
        return new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    }

    private static byte[] chunk(String name, byte[] data) {
        byte[] typed = joined(bytes(name), data);
        CRC32 crc = new CRC32();
        crc.update(typed);
        return ByteBuffer.allocate(typed.length + 8)
                .putInt(data.length)
                .put(typed)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] tiff(int width, int height, int compression, int bits, boolean ring, byte[] strip) {
        int[][] tags = {
            {256, width},
            {257, height},
            {258, bits},
            {259, compression},
            {262, 1},
            {273, 8},
            {277, 1},
            {278, height},
            {279, ring ? -1 : Math.max(strip.length, 4)}
        };
        int at = 8 + strip.length + strip.length % 2;
        ByteBuffer out = ByteBuffer.allocate(at + 2 + tags.length * 12 + 4).order(ByteOrder.LITTLE_ENDIAN);
        out.put(bytes("II")).putShort((short) 42).putInt(at).put(strip).position(at);
        out.putShort((short) tags.length);
        for (int[] tag : tags) {
            out.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
        }
        out.putInt(ring ? at : 0);
        return out.array();
    }

    private static byte[] jpegHead(int width, int height) {
        ByteBuffer out = ByteBuffer.allocate(64);
        out.putShort((short) 0xffd8)
                .putShort((short) 0xffc0)
                .putShort((short) 11)
                .put((byte) 8);
        out.putShort((short) height).putShort((short) width).put(new byte[] {1, 1, 0x11, 0});
        out.putShort((short) 0xffda).putShort((short) 8).put(new byte[] {1, 1, 0, 0, 63, 0});
        return out.array();
    }

    private static byte[] jp2Head() {
        ByteBuffer out = ByteBuffer.allocate(160);
        out.putInt(12).put(bytes("jP  ")).putInt(0x0d0a870a);
        out.putInt(20).put(bytes("ftypjp2 ")).putInt(0).put(bytes("jp2 "));
        out.putInt(45).put(bytes("jp2h")).putInt(22).put(bytes("ihdr"));
        out.putInt(60_000).putInt(60_000).putShort((short) 1).put(new byte[] {7, 7, 0, 0});
        out.putInt(15).put(bytes("colr")).put(new byte[] {1, 0, 0}).putInt(17);
        out.putInt(0)
                .put(bytes("jp2c"))
                .putShort((short) 0xff4f)
                .putShort((short) 0xff51)
                .putShort((short) 41);
        out.putShort((short) 0)
                .putInt(60_000)
                .putInt(60_000)
                .putInt(0)
                .putInt(0)
                .putInt(60_000)
                .putInt(60_000);
        return out.array();
    }

    /** One page information segment and one generic region, both far too large. */
    private static byte[] jbig2() {
        ByteBuffer out = ByteBuffer.allocate(200);
        out.putInt(0)
                .put(new byte[] {48, 0, 1})
                .putInt(19)
                .putInt(60_000)
                .putInt(60_000)
                .putInt(0)
                .putInt(0);
        out.put(new byte[] {0, 0, 0});
        out.putInt(1)
                .put(new byte[] {38, 0, 1})
                .putInt(40)
                .putInt(60_000)
                .putInt(60_000)
                .putInt(0)
                .putInt(0);
        out.put(new byte[24]);
        return out.array();
    }

    /** {@code block} again and again until {@code total} bytes went in. */
    private static byte[] deflated(byte[] block, int total) {
        byte[] large = new byte[block.length == 1 ? 1 << 16 : block.length];
        for (int i = 0; i < large.length; i++) {
            large[i] = block[i % block.length];
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
            for (long written = 0; written < total; written += large.length) {
                deflater.write(large, 0, (int) Math.min(large.length, total - written));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] hex(byte[] data) {
        return bytes(java.util.HexFormat.of().formatHex(data) + ">");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
