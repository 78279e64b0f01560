// SPDX-License-Identifier: GPL-3.0-or-later
// ZooInspector's own tree view in a frame (java, a display and Debian's libzookeeper-java): milliseconds from expanding
// /NAME until the view has its children. Usage: InspectorTree HOST:PORT NAME CHILDREN
import java.awt.Component;
import java.awt.Container;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.swing.JFrame;
import javax.swing.JTree;
import javax.swing.SwingUtilities;
import javax.swing.tree.TreePath;
import org.apache.zookeeper.inspector.gui.IconResource;
import org.apache.zookeeper.inspector.gui.ZooInspectorTreeView;
import org.apache.zookeeper.inspector.manager.ZooInspectorManagerImpl;

class InspectorTree {
    static <T> T inView(Callable<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question);
        SwingUtilities.invokeLater(task);
        return task.get();
    }

    static JTree treeIn(Container container) {
        for (Component component : container.getComponents()) {
            if (component instanceof JTree) {
                return (JTree) component;
            }
            JTree tree = component instanceof Container ? treeIn((Container) component) : null;
            if (tree != null) {
                return tree;
            }
        }
        return null;
    }

    static TreePath child(JTree tree, String name) {
        for (int row = 0; row < tree.getRowCount(); ++row) {
            TreePath path = tree.getPathForRow(row);
            if (path.getPathCount() == 2 && path.getLastPathComponent().toString().startsWith(name)) {
                return path;
            }
        }
        return null;
    }

    public static void main(String[] arguments) throws Exception {
        ZooInspectorManagerImpl manager = new ZooInspectorManagerImpl();
        Properties properties = new Properties();
        properties.setProperty(ZooInspectorManagerImpl.CONNECT_STRING, arguments[0]);
        properties.setProperty(ZooInspectorManagerImpl.SESSION_TIMEOUT, "30000");
        properties.setProperty(ZooInspectorManagerImpl.DATA_ENCRYPTION_MANAGER,
            "org.apache.zookeeper.inspector.encryption.BasicDataEncryptionManager");
        properties.setProperty(ZooInspectorManagerImpl.AUTH_SCHEME_KEY, "");
        properties.setProperty(ZooInspectorManagerImpl.AUTH_DATA_KEY, "");
        if (!manager.connect(properties)) {
            throw new IllegalStateException("not connected");
        }
        JTree tree = inView(() -> {
            ZooInspectorTreeView view = new ZooInspectorTreeView(manager, new IconResource());
            JFrame frame = new JFrame();
            frame.add(view);
            frame.setSize(600, 800);
            frame.setVisible(true);
            view.initialize();
            return treeIn(view);
        });
        TreePath path = null;
        for (int attempt = 0; path == null && attempt < 600; ++attempt) {
            path = inView(() -> {
                tree.expandRow(0);
                return child(tree, arguments[1]);
            });
            Thread.sleep(100);
        }
        if (path == null) {
            throw new IllegalStateException("the znode is not shown");
        }
        TreePath folder = path;
        int wanted = Integer.parseInt(arguments[2]);
        int had = inView(() -> tree.getModel().getChildCount(folder.getLastPathComponent()));
        if (had != 0 && had >= wanted) {
            throw new IllegalStateException("the children were there before");
        }
        long begin = System.nanoTime();
        inView(() -> {
            tree.expandPath(folder);
            return 0;
        });
        for (;;) {
            if (inView(() -> tree.getRowCount() > wanted && tree.getModel().getChildCount(folder.getLastPathComponent()) == wanted)) {
                break;
            }
            if (System.nanoTime() - begin > 300e9) {
                throw new IllegalStateException("no children after five minutes");
            }
            Thread.sleep(20);
        }
        System.out.println((System.nanoTime() - begin) / 1000000);
        System.exit(0);
    }
}
