package org.paperbridge.route;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.intake.DeliveredFile;
import org.paperbridge.intake.DeliveredFiles;
import org.paperbridge.intake.UndecodableException;

/** Opens kept originals with the formats that intake knows. They are decrypted piece by piece in memory, never to disk. */
public final class DeliveredSource implements PageSource {

    @Override
    public OpenOriginal open(SeekableByteChannel content) throws IOException {
        DeliveredFile file;
        try {
            file = DeliveredFiles.open(content);
        } catch (UndecodableException e) {
            throw new OriginalRefusedException(e.reason().code());
        }
        return new OpenOriginal() {
            @Override
            public int pages() {
                return file.pages();
            }

            @Override
            public PageImage decode(int index) {
                try {
                    return file.decode(index);
                } catch (UndecodableException e) {
                    throw new PageUndecodableException(e.reason().code());
                }
            }

            @Override
            public void close() {
                file.close();
            }
        };
    }
}
