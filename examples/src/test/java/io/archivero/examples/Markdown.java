package io.archivero.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of the documentation, as far as its tests look at it.
 *
 * @param path the file
 * @param text all of it
 * @param blocks its fenced blocks, in order
 */
public record Markdown(Path path, String text, List<Block> blocks) {
    private static final Pattern BLOCK = Pattern.compile(
            "(?:^<!-- (?<marker>.*?) -->\n+)?^```(?<language>\\w*)\n(?<text>.*?)^```$",
            Pattern.MULTILINE | Pattern.DOTALL);

    /**
     * A fenced block.
     *
     * @param marker what the comment right before it says; empty if there is none
     * @param language the word after the opening fence
     * @param text what stands between the fences
     */
    public record Block(String marker, String language, String text) {}

    public static Markdown read(Path path) throws IOException {
        var text = Files.readString(path);
        var blocks = new ArrayList<Block>();
        var matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            var marker = matcher.group("marker");
            blocks.add(new Block(marker == null ? "" : marker, matcher.group("language"), matcher.group("text")));
        }
        return new Markdown(path, text, List.copyOf(blocks));
    }

    /** Returns the blocks of one language. */
    public List<Block> blocks(String language) {
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }
}
