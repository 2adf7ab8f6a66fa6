package org.paperbridge.store.object;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;

/** Keeps delivered files. A folder today; an S3-compatible bucket fits behind the same three methods. */
public interface ObjectStore {

    /**
     * Keeps everything the stream gives. When this returns, the object survives a power cut. Keeping the same bytes
     * twice keeps them once.
     *
     * @throws IOException when the stream fails or the store is full; then nothing new is kept
     */
    StoredObject put(InputStream in) throws IOException;

    /**
     * The bytes of an object, from any place; each is checked before it is given.
     *
     * @param sha256 of the content, hex
     * @throws java.nio.file.NoSuchFileException when there is no such object
     * @throws org.paperbridge.store.seal.SealBrokenException from here or from reading, when it was altered
     */
    SeekableByteChannel open(String sha256) throws IOException;

    boolean has(String sha256);

    /**
     * What was kept.
     *
     * @param sha256 of the content, hex
     * @param size of the content, bytes
     */
    record StoredObject(String sha256, long size) {}
}
