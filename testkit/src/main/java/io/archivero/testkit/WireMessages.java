package io.archivero.testkit;

import io.archivero.testkit.WireProxy.Direction;
import io.archivero.testkit.WireProxy.Message;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Set;

/** Reads whole messages of the protocol. */
final class WireMessages {
    private static final int ENCRYPTION_REQUEST_LENGTH = 8;
    private static final Set<Integer> ENCRYPTION_REQUESTS = Set.of(80877103, 80877104);

    private WireMessages() {}

    static Message read(int connection, Direction direction, DataInputStream in) throws IOException {
        char type = (char) in.readUnsignedByte();
        int length = in.readInt();
        var bytes = new byte[1 + length];
        ByteBuffer.wrap(bytes).put((byte) type).putInt(length);
        in.readFully(bytes, 1 + Integer.BYTES, length - Integer.BYTES);
        return new Message(connection, direction, type, bytes);
    }

    /** Reads the first message, which has no letter. Before it, the client may ask for encryption: there is none. */
    static Message readStartup(int connection, DataInputStream in, Socket client) throws IOException {
        while (true) {
            int length = in.readInt();
            var bytes = new byte[length];
            ByteBuffer.wrap(bytes).putInt(length);
            in.readFully(bytes, Integer.BYTES, length - Integer.BYTES);
            int code = ByteBuffer.wrap(bytes).getInt(Integer.BYTES);
            if (length != ENCRYPTION_REQUEST_LENGTH || !ENCRYPTION_REQUESTS.contains(code)) {
                return new Message(connection, Direction.TO_SERVER, Message.STARTUP, bytes);
            }
            client.getOutputStream().write('N');
        }
    }
}
