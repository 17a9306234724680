import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Reads bills of materials, and fails if one is missing or names a component whose licences are not on the list. Where a component
 * offers several, one is enough.
 *
 * <pre>java .ci/Licences.java core/target/bom.xml …</pre>
 */
final class Licences {
    /** What a host can ship without asking a lawyer: permissive, or copyleft that ends at the file or the library. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "EPL-1.0", "EPL-2.0", "MPL-2.0", "CC0-1.0", "0BSD", "Unlicense");

    public static void main(String[] bills) throws Exception {
        var bad = new ArrayList<String>();
        var good = new TreeSet<String>();
        for (var bill : bills) {
            if (!Files.exists(Path.of(bill))) {
                bad.add(bill + " is missing");
                continue;
            }
            var bom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(bill).getDocumentElement();
            for (var component : children(children(bom, "components").get(0), "component")) {
                var name = text(component, "group") + ":" + text(component, "name") + ":" + text(component, "version");
                var licences = licences(component);
                if (name.startsWith("io.archivero:")) {
                    continue;
                }
                if (licences.stream().anyMatch(ALLOWED::contains)) {
                    good.add(name + "  " + String.join(" or ", licences));
                } else {
                    bad.add(bill + ": " + name + " " + licences);
                }
            }
        }
        good.forEach(System.out::println);
        bad.forEach(System.err::println);
        System.exit(bad.isEmpty() && !good.isEmpty() ? 0 : 1);
    }

    private static List<String> licences(Element component) {
        var found = new TreeSet<String>();
        for (var licences : children(component, "licenses")) {
            for (var tag : List.of("id", "name", "expression")) {
                var nodes = licences.getElementsByTagName(tag);
                for (int i = 0; i < nodes.getLength(); i++) {
                    found.addAll(List.of(nodes.item(i).getTextContent().strip().split(" OR ")));
                }
            }
        }
        return List.copyOf(found);
    }

    private static String text(Element component, String tag) {
        var found = children(component, tag);
        return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
    }

    private static List<Element> children(Element parent, String tag) {
        var found = new ArrayList<Element>();
        for (int i = 0; i < parent.getChildNodes().getLength(); i++) {
            if (parent.getChildNodes().item(i) instanceof Element element && element.getTagName().equals(tag)) {
                found.add(element);
            }
        }
        return found;
    }
}
