<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Acl</name>
    <message>
        <source>add children</source>
        <translation>添加子节点</translation>
    </message>
    <message>
        <source>delete children</source>
        <translation>删除子节点</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>write</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>change the access list</source>
        <translation>更改访问控制列表</translation>
    </message>
    <message>
        <source>An entry allows nothing. Choose what it allows, or remove it.</source>
        <translation>有一个条目不允许任何操作。请选择它允许什么，或删除它。</translation>
    </message>
    <message>
        <source>An entry has no scheme. Choose one, such as “world”.</source>
        <translation>有一个条目没有方案。请选择一个，例如“world”。</translation>
    </message>
    <message>
        <source>The scheme “world” knows “anyone” alone. Correct the entry.</source>
        <translation>方案“world”只认识“anyone”。请更正该条目。</translation>
    </message>
    <message>
        <source>A digest entry is “user:hash”. Enter user and password to have it made.</source>
        <translation>摘要条目的形式是“用户:哈希”。请输入用户和密码来生成它。</translation>
    </message>
    <message>
        <source>This is no address. Type one such as 10.0.0.7, or a range such as 10.0.0.0/8.</source>
        <translation>这不是地址。请输入类似 10.0.0.7 的地址，或类似 10.0.0.0/8 的范围。</translation>
    </message>
    <message>
        <source>This entry allows nothing.</source>
        <translation>此条目不允许任何操作。</translation>
    </message>
    <message>
        <source>%1 may do everything.</source>
        <extracomment>%1 is who, %2 a list of verbs such as “read, and write”</extracomment>
        <translation>%1拥有全部权限。</translation>
    </message>
    <message>
        <source>%1 may %2.</source>
        <translation>%1可以：%2。</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Whoever this connection signed in as</source>
        <translation>此连接登录的身份</translation>
    </message>
    <message>
        <source>The user “%1”</source>
        <translation>用户“%1”</translation>
    </message>
    <message>
        <source>Clients from %1</source>
        <translation>来自 %1 的客户端</translation>
    </message>
    <message>
        <source>“%1” by the scheme “%2”</source>
        <translation>“%1”（方案“%2”）</translation>
    </message>
    <message>
        <source>The access list is empty. Add an entry: without one nobody could use the znode.</source>
        <translation>访问控制列表是空的。请添加一个条目：没有条目就没有人能使用该 znode。</translation>
    </message>
    <message>
        <source>The user “%1” (the server hides the hash)</source>
        <translation>用户“%1”（服务器隐藏了哈希）</translation>
    </message>
</context>
<context>
    <name>AdminReach</name>
    <message>
        <source>The member does not run, and neither does its AdminServer. Start the member.</source>
        <translation>成员没有运行，它的 AdminServer 也没有运行。请启动该成员。</translation>
    </message>
    <message>
        <source>This server has no AdminServer: that came with ZooKeeper 3.5. Use the four-letter words.</source>
        <translation>该服务器没有 AdminServer：ZooKeeper 3.5 起才有。请使用四字命令。</translation>
    </message>
    <message>
        <source>The AdminServer is switched off. Set admin.enableServer to true to see its pages here.</source>
        <translation>AdminServer 已关闭。将 admin.enableServer 设为 true，即可在此查看它的页面。</translation>
    </message>
    <message>
        <source>The AdminServer cannot be reached from here: its port is not published. Publish it on the Docker host, or use the four-letter words.</source>
        <translation>从这里无法连接 AdminServer：其端口未发布。请在 Docker 主机上发布该端口，或使用四字命令。</translation>
    </message>
    <message>
        <source>Nothing is known about the member yet: Docker has not said whether it runs. Look again once the Docker engine answers.</source>
        <translation>尚不了解该成员的任何情况：Docker 还没有说明它是否在运行。请在 Docker 引擎应答后重新查看。</translation>
    </message>
    <message>
        <source>The member is paused, and so is its AdminServer. Resume the member.</source>
        <translation>该成员已暂停，其 AdminServer 也一样。请恢复该成员。</translation>
    </message>
    <message>
        <source>Docker is restarting the member. Its AdminServer answers once the member runs.</source>
        <translation>Docker 正在重启该成员。成员运行后其 AdminServer 就会应答。</translation>
    </message>
</context>
<context>
    <name>Adoption</name>
    <message>
        <source>There is no discovered cluster “%1”. Look at the list of clusters for its name.</source>
        <translation>没有已发现的集群“%1”。请在集群列表中查看它的名称。</translation>
    </message>
    <message>
        <source>There is a file of a cluster “%1” already. Remove that cluster first.</source>
        <translation>已经有集群“%1”的文件。请先移除那个集群。</translation>
    </message>
    <message>
        <source>“%1” was not adopted. Remove it instead, if you do not need it any more.</source>
        <translation>“%1”未被接管。如果不再需要，请移除它。</translation>
    </message>
    <message>
        <source>ZooDock did not make the containers of “%1”, and can neither make nor remove them. Do that with docker, the way they were made; or release the cluster, which leaves them as they are.</source>
        <translation>“%1”的容器不是由 ZooDock 创建的，ZooDock 既不能创建也不能移除它们。请用 docker 按当初的方式处理；或者取消接管该集群，容器会保持原样。</translation>
    </message>
    <message>
        <source>The containers of “%1” belong to the compose project “%2”. Make and remove them with docker compose; or release the cluster, which leaves them as they are.</source>
        <translation>“%1”的容器属于 compose 项目“%2”。请用 docker compose 创建和移除它们；或者取消接管该集群，容器会保持原样。</translation>
    </message>
    <message>
        <source>“%1” was never adopted: ZooDock only looks at it, and there is nothing to release.</source>
        <translation>“%1”从未被接管：ZooDock 只是查看它，没有什么可以取消接管。</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>“%1” is not a command of zoodock; `zoodock --help` lists them.</source>
        <translation>“%1”不是 zoodock 的命令；`zoodock --help` 会列出所有命令。</translation>
    </message>
    <message>
        <source>zoodock: %1</source>
        <translation>zoodock：%1</translation>
    </message>
    <message>
        <source>zoodock: The window that is already open has come to the front.</source>
        <translation>zoodock：已打开的窗口已移到最前面。</translation>
    </message>
    <message>
        <source>zoodock: There is no display to open the window on. Set DISPLAY or WAYLAND_DISPLAY, or use the command line: `zoodock --help`.</source>
        <translation>zoodock：没有可以打开窗口的显示器。请设置 DISPLAY 或 WAYLAND_DISPLAY，或使用命令行：`zoodock --help`。</translation>
    </message>
    <message>
        <source>Interrupted: undoing what was made. One moment…</source>
        <translation>已中断：正在撤销已完成的部分，请稍候…</translation>
    </message>
    <message>
        <source>Voting members, 1 to 255; 3 unless given.</source>
        <translation>投票成员，1 到 255；未给出时为 3。</translation>
    </message>
    <message>
        <source>Observers besides the voting members.</source>
        <translation>投票成员之外的观察者。</translation>
    </message>
    <message>
        <source>bridge or host.</source>
        <translation>bridge 或 host。</translation>
    </message>
    <message>
        <source>The ZooKeeper image.</source>
        <translation>ZooKeeper 镜像。</translation>
    </message>
    <message>
        <source>A cluster file to make the cluster from.</source>
        <translation>用来创建集群的集群文件。</translation>
    </message>
    <message>
        <source>How long to wait for a quorum; 0: not at all.</source>
        <translation>等待仲裁多长时间；0：不等待。</translation>
    </message>
    <message>
        <source>Keep the containers although they do not serve in time.</source>
        <translation>即使容器没有及时提供服务也保留它们。</translation>
    </message>
    <message>
        <source>Delete the data volumes too.</source>
        <translation>同时删除数据卷。</translation>
    </message>
    <message>
        <source>Print JSON.</source>
        <translation>输出 JSON。</translation>
    </message>
    <message>
        <source>The docker context.</source>
        <translation>docker 上下文。</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3, not “%4”.</source>
        <translation>--%1 需要 %2 到 %3 之间的整数，而不是“%4”。</translation>
    </message>
    <message>
        <source>--network takes “bridge” or “host”, not “%1”.</source>
        <translation>--network 需要“bridge”或“host”，而不是“%1”。</translation>
    </message>
    <message>
        <source>--file describes the whole cluster; leave out --members, --observers, --network and --image.</source>
        <translation>--file 描述了整个集群；请去掉 --members、--observers、--network 和 --image。</translation>
    </message>
    <message>
        <source>Which cluster? Give its name; `zoodock ls` lists them.</source>
        <translation>哪个集群？请给出名称；`zoodock ls` 会列出它们。</translation>
    </message>
    <message>
        <source>“%1” is one word too many. `zoodock --help` shows what each command takes.</source>
        <translation>多余的参数“%1”。`zoodock --help` 说明每个命令接受什么。</translation>
    </message>
    <message>
        <source>“%1” means nothing behind %2. Leave it out.</source>
        <translation>“%1”放在 %2 后面没有意义。请去掉它。</translation>
    </message>
    <message>
        <source>%1 `zoodock %2 --help` shows what it takes.</source>
        <translation>%1用法见 `zoodock %2 --help`。</translation>
    </message>
    <message>
        <source>The cluster&apos;s file is lost; this is what its containers&apos; labels say.</source>
        <translation>集群的文件已丢失；以下内容来自其容器的标签。</translation>
    </message>
    <message>
        <source>Others started these containers. `zoodock adopt %1` lets ZooDock manage them; it leaves them as they are.</source>
        <translation>这些容器由他人启动。`zoodock adopt %1` 让 ZooDock 管理它们；容器保持原样。</translation>
    </message>
    <message>
        <source>They belong to the compose project “%1”.</source>
        <translation>它们属于 compose 项目“%1”。</translation>
    </message>
    <message>
        <source>file damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>discovered</source>
        <translation>已发现</translation>
    </message>
    <message>
        <source>adopted</source>
        <translation>已接管</translation>
    </message>
    <message>
        <source>file lost</source>
        <translation>文件已丢失</translation>
    </message>
    <message>
        <source>MEMBER</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>ROLE</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>CLIENT ADDRESS</source>
        <translation>客户端地址</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>This cluster is half-made: `zoodock up %1` finishes it, `zoodock rm %1` removes it.</source>
        <translation>此集群只创建了一半：`zoodock up %1` 完成它，`zoodock rm %1` 移除它。</translation>
    </message>
    <message>
        <source>One member after the other, so that the cluster goes on serving.</source>
        <translation>逐个成员进行，使集群持续提供服务。</translation>
    </message>
    <message>
        <source>--wait goes with --rolling; a restart of all at once does not wait.</source>
        <translation>--wait 与 --rolling 一起使用；同时重启全部成员时不会等待。</translation>
    </message>
    <message>
        <source>A change of this cluster&apos;s settings was interrupted: `zoodock up %1` carries it through.</source>
        <translation>对此集群设置的更改被中断：`zoodock up %1` 会完成它。</translation>
    </message>
    <message>
        <source>This cluster is half-removed: `zoodock rm %1` removes the rest, `zoodock up %1` makes it whole again.</source>
        <translation>此集群只移除了一半：`zoodock rm %1` 移除其余部分，`zoodock up %1` 使其恢复完整。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what is wrong, what made docker look there</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>--%1 is empty. Give it a value, or leave it out.</source>
        <translation>--%1 为空。请给出它的值，或去掉它。</translation>
    </message>
    <message>
        <source>Ask no question: go on.</source>
        <translation>不询问，直接继续。</translation>
    </message>
    <message>
        <source>Made with other settings than the cluster&apos;s file says: %1. A change was cancelled, or failed; Apply on the window&apos;s page “Settings” makes all members alike.</source>
        <translation>以下成员的设置与集群文件不同：%1。某次更改被取消或失败；在窗口的“设置”页面上点击“应用”可使所有成员一致。</translation>
    </message>
    <message>
        <source>Warning: “%1” exists, and is not changed to what the file says.</source>
        <translation>警告：“%1”已存在，不会按该文件更改。</translation>
    </message>
    <message>
        <source>Warning: “%1” exists; its size, image and network were not changed.</source>
        <translation>警告：“%1”已存在；其大小、镜像和网络均未更改。</translation>
    </message>
    <message>
        <source>Warning: “%1” exists in the context “%2”, and stays there.</source>
        <translation>警告：“%1”位于上下文“%2”中，并将留在那里。</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>有应答</translation>
    </message>
    <message>
        <source>The engine is silent. This is what servers answer at the ports that the members are published on; nobody can tell whether they are the members&apos; containers.</source>
        <translation>引擎无应答。以上是成员发布的端口上的服务器的应答；无法确定它们是否就是这些成员的容器。</translation>
    </message>
    <message>
        <source>`zoodock --help` shows all commands.</source>
        <translation>`zoodock --help` 显示所有命令。</translation>
    </message>
    <message>
        <source>zoodock: The display “%1” cannot be used: nobody answers there, or it lets nobody in. Set DISPLAY to one that can, or use the command line: `zoodock --help`.</source>
        <translation>zoodock：无法使用显示“%1”：那里没有应答，或不允许连接。请把 DISPLAY 设为可用的显示，或使用命令行：`zoodock --help`。</translation>
    </message>
    <message>
        <source>ZooDock models ZooKeeper clusters and runs them as Docker containers.

  zoodock [--quickstart]          open the window (with the cluster “quickstart”)
  zoodock up NAME [options]       create a cluster and wait for its quorum; start it if it exists
      --members N                 voting members (3)
      --observers N               observers besides (0)
      --network bridge|host       (bridge)
      --image REF                 ZooKeeper image
      --file SPEC.json            everything from a cluster file instead
      --context NAME              docker context
      --wait SECONDS              for the quorum (60); 0: do not wait
      --keep                      keep the containers although they do not serve in time
      --yes                       finish an interrupted creation with free ports, where its own
                                  are taken by now
  zoodock plan NAME [options]     print the docker commands of `up`, run nothing; --json
                                  (--wait, --keep and --yes change nothing in it)
  zoodock status [NAME] [--json]  members with state, role and address
  zoodock ls [--json]             all clusters
  zoodock stop|start|restart|kill|pause|unpause NAME [MEMBER]
      --yes                       (stop, restart, kill, pause) do not ask where the loss of MEMBER
                                  ends the quorum
  zoodock restart --rolling NAME [MEMBER]
                                  member by member, so that the cluster goes on serving
      --wait SECONDS              for each to serve again (60)
  zoodock rm NAME [--volumes]     remove containers and network; with --volumes the data too
  zoodock adopt|release NAME      manage, or leave alone again, a cluster that others started
  zoodock --help | --version

Ctrl+C during `up` undoes what was made; members of a cluster that was there,
once started, go on running.
Exit codes: 0 done; 1 failed; 2 wrong usage; 3 no such cluster or member; 4 no Docker engine;
5 refused (findings, or a name, port or lock is taken); 6 no quorum in time (undone);
7 something was left behind (stderr names it); 130 interrupted (what was made is undone,
what was started runs on), or a question was answered with no.
</source>
        <translation>ZooDock 设计 ZooKeeper 集群，并以 Docker 容器运行。

  zoodock [--quickstart]          打开窗口（并打开集群“quickstart”）
  zoodock up NAME [options]       创建集群并等待仲裁；已存在则启动
      --members N                 投票成员 (3)
      --observers N               此外的观察者 (0)
      --network bridge|host       (bridge)
      --image REF                 ZooKeeper 镜像
      --file SPEC.json            改为全部取自集群文件
      --context NAME              docker 上下文
      --wait SECONDS              等待仲裁的秒数 (60)；0：不等待
      --keep                      即使没有及时提供服务也保留容器
      --yes                       创建曾被中断且端口已被占用时，改用空闲端口完成创建
  zoodock plan NAME [options]     输出 `up` 的 docker 命令，不运行；--json
                                  （--wait、--keep、--yes 对输出没有影响）
  zoodock status [NAME] [--json]  成员的状态、角色和地址
  zoodock ls [--json]             所有集群
  zoodock stop|start|restart|kill|pause|unpause NAME [MEMBER]
      --yes                       （stop、restart、kill、pause）失去 MEMBER 就失去仲裁时也不询问
  zoodock restart --rolling NAME [MEMBER]
                                  逐个成员重启，集群持续提供服务
      --wait SECONDS              等待每个成员重新提供服务的秒数 (60)
  zoodock rm NAME [--volumes]     移除容器和网络；加 --volumes 也移除数据
  zoodock adopt|release NAME      管理他人启动的集群，或不再管理
  zoodock --help | --version

在 `up` 期间按 Ctrl+C 会撤销已创建的内容；原先就有、已被启动的成员
会继续运行。
退出码：0 完成；1 失败；2 用法错误；3 没有该集群或成员；4 没有 Docker 引擎；
5 被拒绝（有问题，或名称、端口、锁被占用）；6 没有及时达成仲裁（已撤销）；
7 有残留（stderr 会列出）；130 已中断（已创建的已撤销，已启动的继续运行），
或对问题回答了否。
</translation>
    </message>
    <message>
        <source>zoodock: The Wayland display “%1” cannot be used: nobody answers there. Set WAYLAND_DISPLAY or DISPLAY to one that can, or use the command line: `zoodock --help`.</source>
        <translation>zoodock：无法使用 Wayland 显示“%1”：那里没有应答。请把 WAYLAND_DISPLAY 或 DISPLAY 设为可用的显示，或使用命令行：`zoodock --help`。</translation>
    </message>
    <message>
        <source>zoodock: Neither the Wayland display “%1” nor the display “%2” can be used: nobody answers there, or it lets nobody in. Set WAYLAND_DISPLAY or DISPLAY to one that can, or use the command line: `zoodock --help`.</source>
        <translation>zoodock：Wayland 显示“%1”和显示“%2”都无法使用：那里没有应答，或不允许连接。请把 WAYLAND_DISPLAY 或 DISPLAY 设为可用的显示，或使用命令行：`zoodock --help`。</translation>
    </message>
    <message>
        <source>zoodock: Qt&apos;s part for Wayland is not installed. Install qt6-wayland, set DISPLAY to Xwayland&apos;s, or use the command line: `zoodock --help`.</source>
        <translation>zoodock：未安装 Qt 的 Wayland 组件。请安装 qt6-wayland，或把 DISPLAY 设为 Xwayland 的显示，或使用命令行：`zoodock --help`。</translation>
    </message>
    <message>
        <source>The Docker engine does not answer in time. It may be starting, overloaded, or behind a network that is down; `docker info` shows whether it answers at all.</source>
        <translation>Docker 引擎没有及时应答。它可能正在启动、负载过重，或所在的网络不通；`docker info` 会显示它是否有应答。</translation>
    </message>
    <message>
        <source>Another process is changing this cluster right now.</source>
        <translation>另一个进程正在更改此集群。</translation>
    </message>
    <message>
        <source>There is no option “%1”.</source>
        <translation>没有选项“%1”。</translation>
    </message>
    <message>
        <source>Warning: “%1” exists in the current context, and stays there.</source>
        <translation>警告：“%1”位于当前上下文中，并将留在那里。</translation>
    </message>
</context>
<context>
    <name>ClusterPlanner</name>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Volumes of an earlier cluster “%1” are still there, and their data will be used.</source>
        <translation>先前集群“%1”的数据卷还在，其中的数据将被使用。</translation>
    </message>
    <message>
        <source>For a cluster without old data choose another name, or remove them first: docker volume rm %1</source>
        <translation>若要创建没有旧数据的集群，请另选名称，或先删除这些卷：docker volume rm %1</translation>
    </message>
    <message>
        <source>There are containers of a cluster “%1” already. Choose another name, or remove that cluster first.</source>
        <translation>已经有集群“%1”的容器。请另选名称，或先移除那个集群。</translation>
    </message>
    <message>
        <source>Wait for the quorum</source>
        <translation>等待达成仲裁</translation>
    </message>
    <message>
        <source>The image %1 is present</source>
        <translation>镜像 %1 已就绪</translation>
    </message>
    <message>
        <source>Pull the image %1</source>
        <translation>拉取镜像 %1</translation>
    </message>
    <message>
        <source>Create the network %1</source>
        <translation>创建网络 %1</translation>
    </message>
    <message>
        <source>Create the volumes</source>
        <translation>创建数据卷</translation>
    </message>
    <message>
        <source>Create and start %1</source>
        <translation>创建并启动 %1</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>启动 %1</translation>
    </message>
    <message>
        <source>%1 as a tar archive</source>
        <translation>%1（tar 归档）</translation>
    </message>
    <message>
        <source>Stop what uses it. The ports of an adopted cluster are changed where it was made.</source>
        <translation>请停止占用该端口的程序。已接管集群的端口要在创建它的地方修改。</translation>
    </message>
    <message>
        <source>%1 as a tar archive, which shows each secret as ***</source>
        <translation>%1（tar 归档，其中每个机密显示为 ***）</translation>
    </message>
</context>
<context>
    <name>CommandSpec</name>
    <message>
        <source>standard input: %1</source>
        <translation>标准输入：%1</translation>
    </message>
    <message numerus="yes">
        <source>standard input: %Ln byte(s)</source>
        <translation>
            <numerusform>标准输入：%Ln 字节</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Consequence</name>
    <message numerus="yes">
        <source>Without %1 there is no quorum: %Ln voter(s) of %2 would stay and %3 are needed. Until the quorum is back, programs can neither read nor write.</source>
        <translation>
            <numerusform>失去 %1 就没有仲裁：%2 个投票成员中只剩 %Ln 个，而需要 %3 个。在仲裁恢复之前，程序既不能读也不能写。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %1 there is no quorum: %Ln voter(s) of %2 would stay and %3 are needed. Programs can neither read nor write until enough members serve again. The data stays.</source>
        <translation>
            <numerusform>失去 %1 就没有仲裁：%2 个投票成员中只剩 %Ln 个，而需要 %3 个。在足够多的成员重新提供服务之前，程序既不能读也不能写。数据会保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>The leader goes: the others elect a new one, and programs wait for a moment.</source>
        <translation>领导者将离开：其余成员会选出新的领导者，程序需要等待片刻。</translation>
    </message>
    <message numerus="yes">
        <source>Without %1 there is no quorum: %Ln voter(s) of %2 would stay and %3 are needed. Programs can neither read nor write until enough members serve again.</source>
        <translation>
            <numerusform>失去 %1 就没有仲裁：%2 个投票成员中只剩 %Ln 个，而需要 %3 个。在足够多的成员重新提供服务之前，程序既不能读也不能写。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is the only voter: until it is back, programs can neither read nor write.</source>
        <translation>%1 是唯一的投票成员：在它恢复之前，程序既不能读也不能写。</translation>
    </message>
    <message>
        <source>%1 is the only voter: programs can neither read nor write until it serves again.</source>
        <translation>%1 是唯一的投票成员：在它重新提供服务之前，程序既不能读也不能写。</translation>
    </message>
    <message>
        <source>%1 is the only voter: programs can neither read nor write until it serves again. The data stays.</source>
        <translation>%1 是唯一的投票成员：在它重新提供服务之前，程序既不能读也不能写。数据会保留。</translation>
    </message>
</context>
<context>
    <name>Docker</name>
    <message>
        <source>The Docker engine does not answer. Start it, for example with “sudo systemctl start docker” or by opening Docker Desktop, then try again.</source>
        <translation>Docker 引擎没有应答。请启动它，例如运行“sudo systemctl start docker”或打开 Docker Desktop，然后重试。</translation>
    </message>
    <message>
        <source>You may not talk to the Docker engine. Add yourself to the group “docker” (sudo usermod -aG docker $USER), sign out and in again, then try again.</source>
        <translation>您无权访问 Docker 引擎。请把自己加入“docker”组（sudo usermod -aG docker $USER），注销并重新登录，然后重试。</translation>
    </message>
    <message>
        <source>Docker has no context of the name “%1”. Choose another one; “docker context ls” lists them.</source>
        <translation>Docker 没有名为“%1”的上下文。请另选一个；“docker context ls”会列出它们。</translation>
    </message>
    <message>
        <source>The disk of the Docker engine is full. Free some space, for example with “docker system prune”, then try again.</source>
        <translation>Docker 引擎的磁盘已满。请释放一些空间，例如运行“docker system prune”，然后重试。</translation>
    </message>
    <message>
        <source>The Docker engine cannot reach the image&apos;s registry. Check its network connection and proxy, or choose an image that is already there.</source>
        <translation>Docker 引擎无法连接镜像仓库。请检查它的网络连接和代理，或选择已有的镜像。</translation>
    </message>
    <message>
        <source>The image&apos;s registry refuses more downloads for now. Wait a while, or sign in with “docker login”, then try again.</source>
        <translation>镜像仓库暂时拒绝更多下载。请稍候，或用“docker login”登录，然后重试。</translation>
    </message>
    <message>
        <source>There is no such image, neither on the Docker engine nor in its registry. Check its name and tag, or choose another image.</source>
        <translation>没有这个镜像，Docker 引擎上和仓库里都没有。请检查名称和标签，或选择其他镜像。</translation>
    </message>
    <message>
        <source>This image does not exist for the Docker engine&apos;s kind of processor. Choose another image or tag.</source>
        <translation>此镜像没有适用于该 Docker 引擎处理器类型的版本。请选择其他镜像或标签。</translation>
    </message>
    <message>
        <source>This is not a valid name of an image. Correct it: it looks like “zookeeper:3.9”.</source>
        <translation>这不是有效的镜像名称。请更正：应类似“zookeeper:3.9”。</translation>
    </message>
    <message>
        <source>The name “%1” is already in use on the Docker engine. Choose another name, or remove what holds it.</source>
        <translation>名称“%1”在 Docker 引擎上已被使用。请另选名称，或移除占用它的对象。</translation>
    </message>
    <message>
        <source>The address %1 is already in use by another container or program. Stop that one, or choose another port.</source>
        <translation>地址 %1 已被其他容器或程序使用。请停止它，或另选端口。</translation>
    </message>
    <message>
        <source>A port is already in use by another container or program. Stop that one, or choose another port.</source>
        <translation>有一个端口已被其他容器或程序使用。请停止它，或另选端口。</translation>
    </message>
    <message>
        <source>This Docker engine may not use ports below 1024. Choose a higher port.</source>
        <translation>此 Docker 引擎不能使用 1024 以下的端口。请选择更大的端口。</translation>
    </message>
    <message>
        <source>The Docker engine&apos;s host does not have the address %1. Publish the ports on an address that it has, for example 127.0.0.1.</source>
        <translation>Docker 引擎的主机没有地址 %1。请在它拥有的地址上发布端口，例如 127.0.0.1。</translation>
    </message>
    <message>
        <source>The network still has containers in it. Remove or disconnect them first.</source>
        <translation>网络中还有容器。请先移除它们或断开连接。</translation>
    </message>
    <message>
        <source>The volume is still used by a container. Remove that container first.</source>
        <translation>数据卷仍被容器使用。请先移除那个容器。</translation>
    </message>
    <message>
        <source>The Docker engine has no addresses left for another network. Remove networks that nobody uses, for example with “docker network prune”, then try again.</source>
        <translation>Docker 引擎没有可用于新网络的地址了。请移除无人使用的网络，例如运行“docker network prune”，然后重试。</translation>
    </message>
    <message>
        <source>The network “%1” does not exist on the Docker engine any more. Create it again, or choose another one.</source>
        <translation>网络“%1”在 Docker 引擎上已不存在。请重新创建，或另选一个。</translation>
    </message>
    <message>
        <source>This does not exist on the Docker engine any more; something else has removed it. Create it again if you need it.</source>
        <translation>它在 Docker 引擎上已不存在，已被别的程序移除。如果需要，请重新创建。</translation>
    </message>
    <message>
        <source>The container is paused. Resume it first, then try again.</source>
        <translation>容器已暂停。请先恢复它，然后重试。</translation>
    </message>
    <message>
        <source>The container is not paused, so there is nothing to resume.</source>
        <translation>容器没有暂停，因此无需恢复。</translation>
    </message>
    <message>
        <source>The container is not running. Start it first, then try again.</source>
        <translation>容器没有运行。请先启动它，然后重试。</translation>
    </message>
    <message>
        <source>Docker answered in a way that ZooDock does not understand. Try again; if it happens again, check that the docker command is a real Docker CLI of version 20.10 or later.</source>
        <translation>ZooDock 无法理解 Docker 的应答。请重试；如果再次发生，请确认 docker 命令是真正的 Docker CLI，版本不低于 20.10。</translation>
    </message>
    <message>
        <source>The docker command is too old for this Docker engine. Update the docker command; if the environment variable DOCKER_API_VERSION is set, unset it.</source>
        <translation>docker 命令对此 Docker 引擎来说太旧。请更新 docker 命令；如果设置了环境变量 DOCKER_API_VERSION，请取消设置。</translation>
    </message>
    <message>
        <source>The Docker engine is too old for this docker command. Update the engine; if the environment variable DOCKER_API_VERSION is set, unset it.</source>
        <translation>Docker 引擎对此 docker 命令来说太旧。请更新引擎；如果设置了环境变量 DOCKER_API_VERSION，请取消设置。</translation>
    </message>
    <message>
        <source>The program “docker” is Podman here, whose answers differ from Docker&apos;s. Install Docker&apos;s own command; with DOCKER_HOST it can talk to Podman&apos;s socket.</source>
        <translation>这里的程序“docker”是 Podman，其应答与 Docker 不同。请安装 Docker 自己的命令；通过 DOCKER_HOST 它可以与 Podman 的套接字通信。</translation>
    </message>
    <message>
        <source>The docker command failed without a word. See in a terminal whether “docker info” answers, and try again.</source>
        <translation>docker 命令失败，没有给出任何说明。请在终端中查看“docker info”是否有应答，然后重试。</translation>
    </message>
    <message>
        <source>Docker refused: “%1”. Mend what it names, and try again.</source>
        <translation>Docker 拒绝了：“%1”。请解决其中所述的问题，然后重试。</translation>
    </message>
    <message>
        <source>The Docker engine could not freeze the container&apos;s processes in time, because the machine is busy. The container runs on as before; try again.</source>
        <translation>机器太忙，Docker 引擎未能及时冻结容器中的进程。容器仍照常运行；请重试。</translation>
    </message>
</context>
<context>
    <name>EngineAdvice</name>
    <message>
        <source>Docker is not installed</source>
        <translation>没有安装 Docker</translation>
    </message>
    <message>
        <source>The program docker was not found. On Debian this installs it; on other systems see docs.docker.com/engine/install.</source>
        <translation>找不到 docker 程序。在 Debian 上可用此命令安装；其他系统请见 docs.docker.com/engine/install。</translation>
    </message>
    <message>
        <source>The Docker engine does not run</source>
        <translation>Docker 引擎没有运行</translation>
    </message>
    <message>
        <source>Docker is installed, but no engine answers. Start it; ZooDock goes on by itself as soon as it answers.</source>
        <translation>Docker 已安装，但没有引擎应答。请启动它；一旦应答，ZooDock 会自动继续。</translation>
    </message>
    <message>
        <source>You may not use the Docker engine</source>
        <translation>您无权使用 Docker 引擎</translation>
    </message>
    <message>
        <source>The engine runs, but your user is not in the group docker. Join it, then log out and in again. Members of this group can do everything that root can.</source>
        <translation>引擎正在运行，但您的用户不在 docker 组中。请加入该组，然后注销并重新登录。该组成员可以做 root 能做的一切。</translation>
    </message>
    <message>
        <source>There is no such Docker context</source>
        <translation>没有这个 Docker 上下文</translation>
    </message>
    <message>
        <source>The chosen context does not exist on this machine. Choose one of those that this command lists, or make it.</source>
        <translation>所选的上下文在本机上不存在。请从此命令列出的上下文中选择，或创建它。</translation>
    </message>
    <message>
        <source>Docker&apos;s program and engine do not understand each other</source>
        <translation>Docker 命令与引擎互不兼容</translation>
    </message>
    <message>
        <source>The Docker engine does not answer in time</source>
        <translation>Docker 引擎没有及时应答</translation>
    </message>
    <message>
        <source>It may be starting, overloaded, or behind a network that is down. ZooDock keeps asking. This command shows whether it answers at all.</source>
        <translation>它可能正在启动、过载，或网络不通。ZooDock 会继续查询。此命令可以看出引擎是否有应答。</translation>
    </message>
    <message>
        <source>The Docker engine cannot be used</source>
        <translation>无法使用 Docker 引擎</translation>
    </message>
    <message>
        <source>The environment variable DOCKER_HOST is set and sends docker to %1. If that is not meant, unset it and start ZooDock again.</source>
        <translation>环境变量 DOCKER_HOST 已设置，使 docker 连接到 %1。如果并非本意，请取消设置并重新启动 ZooDock。</translation>
    </message>
    <message>
        <source>The environment variable DOCKER_CONTEXT chooses the context “%1”. If that is not meant, unset it and start ZooDock again.</source>
        <translation>环境变量 DOCKER_CONTEXT 选择了上下文“%1”。如果并非本意，请取消设置并重新启动 ZooDock。</translation>
    </message>
    <message>
        <source>ZooDock was told to use the context “%1”. If another one is meant, choose that.</source>
        <translation>ZooDock 被指定使用上下文“%1”。如果需要另一个，请选择它。</translation>
    </message>
    <message>
        <source>The docker command here is Podman</source>
        <translation>这里的 docker 命令是 Podman</translation>
    </message>
    <message>
        <source>DOCKER_HOST sends docker to an engine that does not answer</source>
        <translation>DOCKER_HOST 使 docker 连接到一个没有应答的引擎</translation>
    </message>
    <message>
        <source>The Docker command of the settings does not start</source>
        <translation>设置中的 Docker 命令无法启动</translation>
    </message>
    <message>
        <source>The docker command does not start.</source>
        <translation>docker 命令无法启动。</translation>
    </message>
    <message>
        <source>You may not use the Docker engine.</source>
        <translation>您无权使用 Docker 引擎。</translation>
    </message>
    <message>
        <source>There is no such Docker context.</source>
        <translation>没有这个 Docker 上下文。</translation>
    </message>
    <message>
        <source>Docker&apos;s program and engine do not understand each other.</source>
        <translation>Docker 命令与引擎互不兼容。</translation>
    </message>
    <message>
        <source>The docker command here is Podman.</source>
        <translation>此处的 docker 命令是 Podman。</translation>
    </message>
    <message>
        <source>The Docker engine does not answer.</source>
        <translation>Docker 引擎没有应答。</translation>
    </message>
</context>
<context>
    <name>EnsembleChange</name>
    <message>
        <source>Restart policy</source>
        <translation>重启策略</translation>
    </message>
    <message>
        <source>This can only be chosen for a new cluster. Duplicate this one and change the copy.</source>
        <translation>这一项只能在新建集群时选择。请为此集群另建副本，再更改副本。</translation>
    </message>
    <message>
        <source>(default)</source>
        <translation>（默认）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Docker context</source>
        <translation>Docker 上下文</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>数据卷</translation>
    </message>
    <message>
        <source>Image family</source>
        <translation>镜像系列</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>%1 port of %2, as the servers use it</source>
        <translation>%2 的%1端口（服务器所用）</translation>
    </message>
    <message>
        <source>%1 port of %2</source>
        <translation>%2 的%1端口</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Quorum</source>
        <translation>仲裁</translation>
    </message>
    <message>
        <source>Election</source>
        <translation>选举</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>未发布</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>value, unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1（默认）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title of a setting, why it cannot be changed</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The members of “%1” keep no data in named volumes: made anew, they would lose it. Duplicate the cluster and change the copy.</source>
        <translation>“%1”的成员没有把数据保存在命名卷中：重新创建会丢失数据。请为该集群另建副本，再更改副本。</translation>
    </message>
    <message>
        <source>%1 (with another secret)</source>
        <translation>%1（其中的机密已更改）</translation>
    </message>
</context>
<context>
    <name>EnsembleJson</name>
    <message>
        <source>A member has to be an object in braces.</source>
        <translation>成员必须是花括号中的对象。</translation>
    </message>
    <message>
        <source>A member needs an “id”.</source>
        <translation>成员需要“id”。</translation>
    </message>
    <message>
        <source>“%1” has to be a text, a whole number, true or false.</source>
        <translation>“%1”必须是文本、整数、true 或 false。</translation>
    </message>
    <message>
        <source>This is not a ZooDock cluster: the key “zoodock” with the format version is missing.</source>
        <translation>这不是 ZooDock 集群：缺少带格式版本的键“zoodock”。</translation>
    </message>
    <message>
        <source>The file has format version %1, this ZooDock knows versions up to %2. Open it with a newer ZooDock.</source>
        <translation>文件的格式版本为 %1，而此 ZooDock 最高认识版本 %2。请用较新的 ZooDock 打开。</translation>
    </message>
    <message>
        <source>There is no format version %1.</source>
        <translation>没有格式版本 %1。</translation>
    </message>
    <message>
        <source>Line %1: this is not JSON (%2).</source>
        <translation>第 %1 行：这不是 JSON（%2）。</translation>
    </message>
    <message>
        <source>A cluster has to be an object in braces.</source>
        <translation>集群必须是花括号中的对象。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>“%1” has to be a text in quotes.</source>
        <translation>“%1”必须是引号中的文本。</translation>
    </message>
    <message>
        <source>“%1” has to be true or false.</source>
        <translation>“%1”必须是 true 或 false。</translation>
    </message>
    <message>
        <source>“%1” has to be an object in braces.</source>
        <translation>“%1”必须是花括号中的对象。</translation>
    </message>
    <message>
        <source>“%1” has to be a list in brackets.</source>
        <translation>“%1”必须是方括号中的列表。</translation>
    </message>
    <message>
        <source>“%1” has to be a whole number from %2 to %3.</source>
        <translation>“%1”必须是 %2 到 %3 之间的整数。</translation>
    </message>
    <message>
        <source>“%1” cannot be “%2”. It can be: %3.</source>
        <translation>“%1”不能是“%2”。可以是：%3。</translation>
    </message>
    <message>
        <source>“%1”: %2 is out of range. A port is a number from 1 to 65535.</source>
        <translation>“%1”：%2 超出范围。端口是 1 到 65535 之间的数字。</translation>
    </message>
    <message>
        <source>“%1” has to be a port, a number from 1 to 65535.</source>
        <translation>“%1”必须是端口，即 1 到 65535 之间的数字。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>该文件为空。</translation>
    </message>
    <message>
        <source>The file is encoded in UTF-16. Save it as UTF-8 instead.</source>
        <translation>该文件使用 UTF-16 编码。请改存为 UTF-8。</translation>
    </message>
    <message>
        <source>“%1” has to be %2.</source>
        <translation>“%1”必须是 %2。</translation>
    </message>
    <message>
        <source>Line %1: “%2” stands there a second time; one of the two would be lost.</source>
        <translation>第 %1 行：“%2”在此第二次出现；两者之一会丢失。</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>This was cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>ErrorReasons</name>
    <message>
        <source>It was cancelled.</source>
        <translation>已被取消。</translation>
    </message>
    <message>
        <source>It took too long and was given up.</source>
        <translation>耗时过长，已放弃。</translation>
    </message>
    <message>
        <source>What was asked for is not possible as it was asked for.</source>
        <translation>所请求的操作无法照原样进行。</translation>
    </message>
    <message>
        <source>ZooDock itself made a mistake.</source>
        <translation>ZooDock 自身出了错。</translation>
    </message>
    <message>
        <source>A program that is needed could not be started.</source>
        <translation>无法启动所需的程序。</translation>
    </message>
    <message>
        <source>A program that is needed crashed or was killed.</source>
        <translation>所需的程序崩溃了或被强制终止。</translation>
    </message>
    <message>
        <source>A program, mostly docker, ended with an error; its own words tell which one.</source>
        <translation>某个程序（多半是 docker）以错误结束；是什么错误，见它自己的输出。</translation>
    </message>
    <message>
        <source>A program or a server answered something that was not understood.</source>
        <translation>某个程序或服务器的回答无法理解。</translation>
    </message>
    <message>
        <source>No Docker engine answered.</source>
        <translation>没有 Docker 引擎应答。</translation>
    </message>
    <message>
        <source>There was no permission to talk to the Docker engine.</source>
        <translation>没有与 Docker 引擎通信的权限。</translation>
    </message>
    <message>
        <source>There was no such docker context.</source>
        <translation>没有这个 docker 上下文。</translation>
    </message>
    <message>
        <source>The docker command and the engine had no API version in common.</source>
        <translation>docker 命令与引擎没有共同的 API 版本。</translation>
    </message>
    <message>
        <source>Podman answered in Docker&apos;s place.</source>
        <translation>应答的是 Podman，而不是 Docker。</translation>
    </message>
    <message>
        <source>There was no such image, neither on the engine nor in a registry.</source>
        <translation>引擎上和镜像仓库中都没有这个镜像。</translation>
    </message>
    <message>
        <source>The image&apos;s registry could not be reached, or refused.</source>
        <translation>无法连接镜像仓库，或被其拒绝。</translation>
    </message>
    <message>
        <source>A container, network or volume was missing.</source>
        <translation>缺少某个容器、网络或数据卷。</translation>
    </message>
    <message>
        <source>A name was taken already.</source>
        <translation>某个名称已被占用。</translation>
    </message>
    <message>
        <source>A port was taken already.</source>
        <translation>某个端口已被占用。</translation>
    </message>
    <message>
        <source>A network still had containers.</source>
        <translation>某个网络中仍有容器。</translation>
    </message>
    <message>
        <source>The engine had no addresses left for another network.</source>
        <translation>引擎已没有地址可供新的网络使用。</translation>
    </message>
    <message>
        <source>A container was in the wrong state for what was asked for.</source>
        <translation>某个容器的状态不允许所请求的操作。</translation>
    </message>
    <message>
        <source>The engine could not pause a container in time.</source>
        <translation>引擎未能及时暂停某个容器。</translation>
    </message>
    <message>
        <source>There was no space left on a disk.</source>
        <translation>磁盘空间不足。</translation>
    </message>
    <message>
        <source>A file was missing.</source>
        <translation>缺少某个文件。</translation>
    </message>
    <message>
        <source>A file could not be understood.</source>
        <translation>某个文件的内容无法理解。</translation>
    </message>
    <message>
        <source>A file could not be written.</source>
        <translation>某个文件无法写入。</translation>
    </message>
    <message>
        <source>A file was written by a later version of ZooDock.</source>
        <translation>某个文件由更新版本的 ZooDock 写入。</translation>
    </message>
    <message>
        <source>Another program was changing the same cluster at that time.</source>
        <translation>当时另一个程序正在更改同一集群。</translation>
    </message>
    <message>
        <source>A server refused the connection.</source>
        <translation>服务器拒绝了连接。</translation>
    </message>
    <message>
        <source>The connection to a server was lost.</source>
        <translation>与服务器的连接中断了。</translation>
    </message>
    <message>
        <source>A server&apos;s name had no address.</source>
        <translation>服务器的名称没有对应的地址。</translation>
    </message>
    <message>
        <source>The ZooKeeper server ran, but served nobody: it had no quorum.</source>
        <translation>ZooKeeper 服务器在运行，但不提供服务：未达成仲裁。</translation>
    </message>
    <message>
        <source>The server&apos;s settings do not allow that four-letter word.</source>
        <translation>服务器的设置不允许该四字命令。</translation>
    </message>
    <message>
        <source>A znode was missing.</source>
        <translation>缺少某个 znode。</translation>
    </message>
    <message>
        <source>A znode was there already.</source>
        <translation>某个 znode 已经存在。</translation>
    </message>
    <message>
        <source>Nobody who was signed in was permitted to do that with a znode.</source>
        <translation>已登录的身份都无权对某个 znode 这样做。</translation>
    </message>
    <message>
        <source>The session with ZooKeeper ended.</source>
        <translation>与 ZooKeeper 的会话结束了。</translation>
    </message>
    <message>
        <source>Others had changed a znode in the meantime.</source>
        <translation>其间他人更改了某个 znode。</translation>
    </message>
    <message>
        <source>Others had created something below a znode.</source>
        <translation>他人在某个 znode 之下创建了内容。</translation>
    </message>
    <message>
        <source>The connection, or the server at that time, was read-only.</source>
        <translation>连接或当时的服务器是只读的。</translation>
    </message>
    <message>
        <source>The server does not know that request.</source>
        <translation>服务器不认识该请求。</translation>
    </message>
    <message>
        <source>It was larger than the server takes in one request.</source>
        <translation>超出了服务器单个请求所能接受的大小。</translation>
    </message>
    <message>
        <source>ZooKeeper refused or failed.</source>
        <translation>ZooKeeper 拒绝了请求或出了错。</translation>
    </message>
    <message>
        <source>The cluster&apos;s settings had mistakes: nothing was begun.</source>
        <translation>集群的设置有误：什么都没有开始。</translation>
    </message>
    <message>
        <source>The members were started, but did not serve in time.</source>
        <translation>成员已启动，但未能及时提供服务。</translation>
    </message>
    <message>
        <source>Not everything that was begun could be taken back.</source>
        <translation>已开始的操作未能全部撤销。</translation>
    </message>
</context>
<context>
    <name>ExitMeaning</name>
    <message>
        <source>Ended normally (%1).</source>
        <translation>正常退出（%1）。</translation>
    </message>
    <message>
        <source>Ended by an unexpected error (%1). The member&apos;s log says which.</source>
        <translation>因意外错误退出（%1）。具体错误见成员的日志。</translation>
    </message>
    <message>
        <source>Bad configuration (%1). The member&apos;s log says what in it.</source>
        <translation>配置有误（%1）。具体原因见成员的日志。</translation>
    </message>
    <message>
        <source>The data directory cannot be used (%1). Check its owner and its free space.</source>
        <translation>数据目录无法使用（%1）。请检查其所有者和剩余空间。</translation>
    </message>
    <message>
        <source>The AdminServer could not start (%1). Usually its port is taken.</source>
        <translation>AdminServer 无法启动（%1）。通常是端口已被占用。</translation>
    </message>
    <message>
        <source>A snapshot could not be written (%1). Check the free space.</source>
        <translation>无法写入快照（%1）。请检查剩余空间。</translation>
    </message>
    <message>
        <source>The transaction log and the data disagree (%1).</source>
        <translation>事务日志与数据不一致（%1）。</translation>
    </message>
    <message>
        <source>Another member sent something that makes no sense (%1).</source>
        <translation>另一个成员发来了无法理解的内容（%1）。</translation>
    </message>
    <message>
        <source>A port could not be bound (%1). Usually it is taken, or the member cannot resolve its own name.</source>
        <translation>无法绑定端口（%1）。通常是端口已被占用，或成员无法解析自己的名称。</translation>
    </message>
    <message>
        <source>Docker could not run the container (%1).</source>
        <translation>Docker 无法运行容器（%1）。</translation>
    </message>
    <message>
        <source>The image&apos;s start command cannot be executed (%1).</source>
        <translation>镜像的启动命令无法执行（%1）。</translation>
    </message>
    <message>
        <source>The image&apos;s start command was not found (%1).</source>
        <translation>找不到镜像的启动命令（%1）。</translation>
    </message>
    <message>
        <source>The engine could not start the container (%1).</source>
        <translation>引擎无法启动容器（%1）。</translation>
    </message>
    <message>
        <source>Ended by a hang-up (%1: SIGHUP).</source>
        <translation>因挂断信号退出（%1：SIGHUP）。</translation>
    </message>
    <message>
        <source>Interrupted (%1: SIGINT).</source>
        <translation>已中断（%1：SIGINT）。</translation>
    </message>
    <message>
        <source>Quit (%1: SIGQUIT).</source>
        <translation>已退出（%1：SIGQUIT）。</translation>
    </message>
    <message>
        <source>Aborted (%1: SIGABRT).</source>
        <translation>已中止（%1：SIGABRT）。</translation>
    </message>
    <message>
        <source>Crashed (%1: SIGBUS).</source>
        <translation>已崩溃（%1：SIGBUS）。</translation>
    </message>
    <message>
        <source>Crashed (%1: SIGFPE).</source>
        <translation>已崩溃（%1：SIGFPE）。</translation>
    </message>
    <message>
        <source>Killed (%1: SIGKILL).</source>
        <translation>已被强制终止（%1：SIGKILL）。</translation>
    </message>
    <message>
        <source>Crashed (%1: SIGSEGV).</source>
        <translation>已崩溃（%1：SIGSEGV）。</translation>
    </message>
    <message>
        <source>Ended by a broken pipe (%1: SIGPIPE).</source>
        <translation>因管道断开退出（%1：SIGPIPE）。</translation>
    </message>
    <message>
        <source>Stopped on request (%1: SIGTERM).</source>
        <translation>已按要求停止（%1：SIGTERM）。</translation>
    </message>
    <message>
        <source>Killed by the kernel for lack of memory (%1). Give it a smaller heap, or the container more memory.</source>
        <translation>因内存不足被内核强制终止（%1）。请减小它的堆内存，或给容器更多内存。</translation>
    </message>
    <message>
        <source>Ended by signal %1 (%2).</source>
        <translation>因信号 %1 退出（%2）。</translation>
    </message>
    <message>
        <source>Ended with exit code %1.</source>
        <translation>已退出，退出码 %1。</translation>
    </message>
</context>
<context>
    <name>FileSync</name>
    <message>
        <source>“%1” could not be written. Free some space on the disk, or allow yourself to write there.</source>
        <translation>无法写入“%1”。请在磁盘上释放一些空间，或确保您有权在那里写入。</translation>
    </message>
</context>
<context>
    <name>KeptUndos</name>
    <message>
        <source>Your last change here, of %1, can no longer be taken back: what was changed in other clusters since took the memory that is kept for Undo.</source>
        <translation>您在此处对 %1 的上次更改已不能再撤销：此后在其他集群中的更改占用了为“撤销”保留的内存。</translation>
    </message>
</context>
<context>
    <name>LogExplanation</name>
    <message>
        <source>The election is over</source>
        <translation>选举结束</translation>
    </message>
    <message>
        <source>The line says how long it took. The members now bring their data to the same state.</source>
        <translation>此行说明选举用了多久。成员现在把数据同步到相同的状态。</translation>
    </message>
    <message>
        <source>An election begins</source>
        <translation>选举开始</translation>
    </message>
    <message>
        <source>This member knows no leader and asks the others for their votes. Until a majority agrees it serves nobody.</source>
        <translation>此成员不知道谁是领导者，正在向其他成员征求投票。在多数成员达成一致之前，它不提供服务。</translation>
    </message>
    <message>
        <source>If it goes on for more than some seconds, look whether enough members run and reach each other.</source>
        <translation>如果持续超过几秒，请检查是否有足够的成员在运行并且能互相连通。</translation>
    </message>
    <message>
        <source>This member was elected leader</source>
        <translation>此成员当选为领导者</translation>
    </message>
    <message>
        <source>A majority voted for it. It now waits until enough followers have its state, then serves.</source>
        <translation>多数成员投票给它。它现在等待足够多的跟随者同步到它的状态，然后开始服务。</translation>
    </message>
    <message>
        <source>This member follows a leader</source>
        <translation>此成员跟随领导者</translation>
    </message>
    <message>
        <source>The election is over for this member: another one leads.</source>
        <translation>对此成员来说选举已结束：由另一个成员领导。</translation>
    </message>
    <message>
        <source>This member observes a leader</source>
        <translation>此成员观察领导者</translation>
    </message>
    <message>
        <source>An observer gets every change and has no vote.</source>
        <translation>观察者会收到每一个更改，但没有投票权。</translation>
    </message>
    <message>
        <source>The member votes for itself first; votes with newer data, or a higher id, win.</source>
        <translation>成员先投票给自己；数据较新或 id 较大的一方胜出。</translation>
    </message>
    <message>
        <source>A phase of the protocol began</source>
        <translation>协议的一个阶段开始</translation>
    </message>
    <message>
        <source>Election, discovery, synchronization, broadcast: a member serves in the last one.</source>
        <translation>选举、发现、同步、广播：成员在最后一个阶段才提供服务。</translation>
    </message>
    <message>
        <source>The leader has its quorum</source>
        <translation>领导者已获得仲裁</translation>
    </message>
    <message>
        <source>Enough followers have the leader&apos;s state; the ensemble serves.</source>
        <translation>足够多的跟随者已同步到领导者的状态；集群开始服务。</translation>
    </message>
    <message>
        <source>A normal part of connecting</source>
        <translation>建立连接的正常步骤</translation>
    </message>
    <message>
        <source>Of two members the one with the higher id keeps the connection; this one waits to be called.</source>
        <translation>两个成员之间由 id 较大的一方保持连接；此成员等待对方来连接。</translation>
    </message>
    <message>
        <source>The leader lost its quorum</source>
        <translation>领导者失去仲裁</translation>
    </message>
    <message>
        <source>Fewer followers than a majority needs answered within syncLimit. The leader steps down and the ensemble stops serving.</source>
        <translation>在 syncLimit 之内应答的跟随者不足以形成多数。领导者退位，集群停止服务。</translation>
    </message>
    <message>
        <source>Start the members that are down. If they run, look for long pauses: little memory, a slow disk, a network that loses packets.</source>
        <translation>请启动停止的成员。如果它们在运行，请查找长时间停顿的原因：内存不足、磁盘缓慢、网络丢包。</translation>
    </message>
    <message>
        <source>The leader is gone</source>
        <translation>失去领导者</translation>
    </message>
    <message>
        <source>The connection to the leader ended. The member goes into an election.</source>
        <translation>与领导者的连接已结束。此成员进入选举。</translation>
    </message>
    <message>
        <source>Nothing, if the leader was stopped. Otherwise look into the leader&apos;s log.</source>
        <translation>如果领导者是被停止的，则无需处理。否则请查看领导者的日志。</translation>
    </message>
    <message>
        <source>The connection to the leader ended. The observer looks for the next one.</source>
        <translation>与领导者的连接已结束。观察者正在寻找下一个领导者。</translation>
    </message>
    <message>
        <source>A follower does not answer the leader</source>
        <translation>有跟随者不应答领导者</translation>
    </message>
    <message>
        <source>The leader heard nothing from this follower within syncLimit ticks and drops it.</source>
        <translation>领导者在 syncLimit 个 tick 之内没有收到此跟随者的消息，因此断开它。</translation>
    </message>
    <message>
        <source>Look at that member: is it paused, out of memory, or waiting for its disk?</source>
        <translation>请查看该成员：它是否已暂停、内存不足或在等待磁盘？</translation>
    </message>
    <message>
        <source>The new leader did not find its quorum</source>
        <translation>新领导者没有获得仲裁</translation>
    </message>
    <message>
        <source>It was elected, but too few followers came to it within initLimit. Another election follows.</source>
        <translation>它已当选，但在 initLimit 之内连接到它的跟随者太少。将再次选举。</translation>
    </message>
    <message>
        <source>Check that the members reach each other&apos;s quorum ports, not the election ports alone. With much data raise initLimit.</source>
        <translation>请检查成员之间不仅选举端口，而且仲裁端口也能连通。数据很多时请调大 initLimit。</translation>
    </message>
    <message>
        <source>The followers did not get the leader&apos;s state in time</source>
        <translation>跟随者未能及时取得领导者的状态</translation>
    </message>
    <message>
        <source>Too few of them had all data within initLimit. Another election follows.</source>
        <translation>在 initLimit 之内取得全部数据的跟随者太少。将再次选举。</translation>
    </message>
    <message>
        <source>Raise initLimit, or look for a slow disk or network.</source>
        <translation>请调大 initLimit，或检查磁盘或网络是否缓慢。</translation>
    </message>
    <message>
        <source>Another member cannot be reached</source>
        <translation>无法连接另一个成员</translation>
    </message>
    <message>
        <source>Nothing listens at the other member&apos;s election port, or TLS failed there.</source>
        <translation>另一个成员的选举端口上没有程序监听，或者 TLS 失败。</translation>
    </message>
    <message>
        <source>Start the other member. If it runs, compare certificates and sslQuorum of both.</source>
        <translation>请启动另一个成员。如果它在运行，请比较双方的证书和 sslQuorum。</translation>
    </message>
    <message>
        <source>Nothing listens at the other member&apos;s election port, or its name is unknown. Normal while that member is down or not started yet; it is tried again for ever.</source>
        <translation>另一个成员的选举端口上没有程序监听，或者它的名称未知。该成员停止或尚未启动时这是正常的；会一直重试。</translation>
    </message>
    <message>
        <source>Start the other member. If it runs, compare the server lines of both, and check that both are in the same network.</source>
        <translation>请启动另一个成员。如果它在运行，请比较双方的 server 行，并检查双方是否在同一网络中。</translation>
    </message>
    <message>
        <source>The member cannot listen at its own election port</source>
        <translation>成员无法监听自己的选举端口</translation>
    </message>
    <message>
        <source>Its own name does not resolve to one of its addresses, or the port is taken. After three tries the server gives up (exit code 14).</source>
        <translation>它自己的名称没有解析到它的地址，或者端口已被占用。尝试三次后服务器放弃（退出码 14）。</translation>
    </message>
    <message>
        <source>Check the host name in its own server line, and in host mode that no other program uses the port.</source>
        <translation>请检查它自己的 server 行中的主机名；在主机网络模式下，请检查没有其他程序使用此端口。</translation>
    </message>
    <message>
        <source>A host name is unknown</source>
        <translation>主机名未知</translation>
    </message>
    <message>
        <source>Docker&apos;s name service forgets the names of containers that do not run.</source>
        <translation>Docker 的名称服务不保留未运行容器的名称。</translation>
    </message>
    <message>
        <source>Start the member of that name; if it runs, check that it is in the same network.</source>
        <translation>请启动该名称的成员；如果它在运行，请检查它是否在同一网络中。</translation>
    </message>
    <message>
        <source>A client was refused</source>
        <translation>一个客户端被拒绝</translation>
    </message>
    <message>
        <source>This address has as many connections as maxClientCnxns allows.</source>
        <translation>此地址的连接数已达到 maxClientCnxns 的上限。</translation>
    </message>
    <message>
        <source>Look for a program that opens connections and does not close them, or raise maxClientCnxns.</source>
        <translation>请查找只打开而不关闭连接的程序，或调大 maxClientCnxns。</translation>
    </message>
    <message>
        <source>The server has as many connections as maxCnxns allows.</source>
        <translation>服务器的连接数已达到 maxCnxns 的上限。</translation>
    </message>
    <message>
        <source>Raise maxCnxns, or close connections.</source>
        <translation>请调大 maxCnxns，或关闭一些连接。</translation>
    </message>
    <message>
        <source>The client has seen newer data than this member has. It tries another member by itself.</source>
        <translation>客户端见过比此成员更新的数据。它会自行尝试另一个成员。</translation>
    </message>
    <message>
        <source>If the cluster was wiped and made anew, restart the client.</source>
        <translation>如果集群被清空后重新创建，请重新启动客户端。</translation>
    </message>
    <message>
        <source>The member runs, but serves nobody: there is no quorum at the moment.</source>
        <translation>成员在运行，但不提供服务：目前没有仲裁。</translation>
    </message>
    <message>
        <source>Normal during an election. Otherwise start enough members for a majority.</source>
        <translation>选举期间这是正常的。否则请启动足够形成多数的成员。</translation>
    </message>
    <message>
        <source>A four-letter word was refused</source>
        <translation>一个四字命令被拒绝</translation>
    </message>
    <message>
        <source>Since 3.5.3 only srvr is answered unless the configuration allows more.</source>
        <translation>从 3.5.3 起，除非配置允许更多，否则只响应 srvr。</translation>
    </message>
    <message>
        <source>Add the word to 4lw.commands.whitelist.</source>
        <translation>请把该命令加入 4lw.commands.whitelist。</translation>
    </message>
    <message>
        <source>A session expired</source>
        <translation>一个会话已过期</translation>
    </message>
    <message>
        <source>Its client was silent for longer than its time-out. Its ephemeral znodes are removed.</source>
        <translation>其客户端超过会话超时时间没有任何消息。它的临时 znode 会被删除。</translation>
    </message>
    <message>
        <source>Nothing, if the client ended. Otherwise look for pauses in the client.</source>
        <translation>如果客户端已退出，则无需处理。否则请查找客户端停顿的原因。</translation>
    </message>
    <message>
        <source>The member&apos;s id is not in its list of servers</source>
        <translation>成员的 id 不在服务器列表中</translation>
    </message>
    <message>
        <source>The file myid holds an id without a line server.ID. Often an old volume of another member is reused.</source>
        <translation>文件 myid 中的 id 没有对应的 server.ID 行。常见原因是重用了另一个成员的旧数据卷。</translation>
    </message>
    <message>
        <source>Remove the member&apos;s volume, or correct its id.</source>
        <translation>请删除该成员的数据卷，或更正它的 id。</translation>
    </message>
    <message>
        <source>The member has no id</source>
        <translation>成员没有 id</translation>
    </message>
    <message>
        <source>There is no file myid in dataDir. A mounted zoo.cfg may name another dataDir than the image.</source>
        <translation>dataDir 中没有文件 myid。挂载的 zoo.cfg 中的 dataDir 可能与镜像的不同。</translation>
    </message>
    <message>
        <source>Make dataDir the image&apos;s own, or put a file myid with the id there.</source>
        <translation>请让 dataDir 与镜像的一致，或在那里放一个写有 id 的文件 myid。</translation>
    </message>
    <message>
        <source>The member&apos;s id is not a number</source>
        <translation>成员的 id 不是数字</translation>
    </message>
    <message>
        <source>The file myid is empty or holds something else than an id from 1 to 255.</source>
        <translation>文件 myid 为空，或其内容不是 1 到 255 的 id。</translation>
    </message>
    <message>
        <source>Set the member&apos;s id in its environment, and remove its volume if the file stays.</source>
        <translation>请在环境变量中设置成员的 id；如果该文件仍未改变，请删除它的数据卷。</translation>
    </message>
    <message>
        <source>A server line has an unknown role</source>
        <translation>一个 server 行中的角色未知</translation>
    </message>
    <message>
        <source>Only participant and observer exist.</source>
        <translation>只有 participant 和 observer 两种。</translation>
    </message>
    <message>
        <source>Correct the server line.</source>
        <translation>请更正该 server 行。</translation>
    </message>
    <message>
        <source>A server line cannot be understood</source>
        <translation>无法理解一个 server 行</translation>
    </message>
    <message>
        <source>In spite of the words, mostly a port that is not a number: quotes around the list of servers do that.</source>
        <translation>尽管日志这样写，但多半是端口不是数字：服务器列表外的引号会造成这种情况。</translation>
    </message>
    <message>
        <source>Write the list without quotes, each as server.ID=HOST:2888:3888;2181.</source>
        <translation>请不带引号地写列表，每一项形如 server.ID=HOST:2888:3888;2181。</translation>
    </message>
    <message>
        <source>The configuration has no dataDir</source>
        <translation>配置中没有 dataDir</translation>
    </message>
    <message>
        <source>The server does not know where to keep its data.</source>
        <translation>服务器不知道把数据保存在哪里。</translation>
    </message>
    <message>
        <source>Add dataDir to zoo.cfg.</source>
        <translation>请在 zoo.cfg 中加入 dataDir。</translation>
    </message>
    <message>
        <source>The list of servers is in two files</source>
        <translation>服务器列表出现在两个文件中</translation>
    </message>
    <message>
        <source>zoo.cfg names a dynamic configuration file and has server lines as well.</source>
        <translation>zoo.cfg 指定了动态配置文件，同时又含有 server 行。</translation>
    </message>
    <message>
        <source>Keep the server lines in one of them.</source>
        <translation>请只在其中一个文件中保留 server 行。</translation>
    </message>
    <message>
        <source>The client port is given twice</source>
        <translation>客户端端口给出了两次</translation>
    </message>
    <message>
        <source>clientPort and the port behind the member&apos;s own server line differ (exit code 2).</source>
        <translation>clientPort 与该成员自己的 server 行末尾的端口不同（退出码 2）。</translation>
    </message>
    <message>
        <source>Make them equal, or leave clientPort out.</source>
        <translation>请使两者相同，或去掉 clientPort。</translation>
    </message>
    <message>
        <source>Quorum and election port are the same</source>
        <translation>仲裁端口与选举端口相同</translation>
    </message>
    <message>
        <source>The words say client port; the quorum port is meant.</source>
        <translation>日志写的是客户端端口，实际指的是仲裁端口。</translation>
    </message>
    <message>
        <source>Give the member two different ports.</source>
        <translation>请给该成员两个不同的端口。</translation>
    </message>
    <message>
        <source>A server line has several addresses</source>
        <translation>一个 server 行有多个地址</translation>
    </message>
    <message>
        <source>Since 3.6 a server may have several, but only where multiAddress.enabled allows it.</source>
        <translation>从 3.6 起一个服务器可以有多个地址，但需要 multiAddress.enabled 允许。</translation>
    </message>
    <message>
        <source>Set multiAddress.enabled=true on all members, or keep one address in each server line.</source>
        <translation>请在所有成员上设置 multiAddress.enabled=true，或在每个 server 行中只保留一个地址。</translation>
    </message>
    <message>
        <source>The member runs alone</source>
        <translation>成员单独运行</translation>
    </message>
    <message>
        <source>Its list has one server only, and standaloneEnabled is true: the list is left aside.</source>
        <translation>它的列表中只有一个服务器，并且 standaloneEnabled 为 true：列表被忽略。</translation>
    </message>
    <message>
        <source>Right for a cluster of one. To let it grow later set standaloneEnabled=false.</source>
        <translation>对单成员集群是正确的。若以后要扩展，请设置 standaloneEnabled=false。</translation>
    </message>
    <message>
        <source>Observers alone are no ensemble</source>
        <translation>只有观察者不能组成集群</translation>
    </message>
    <message>
        <source>There are observers, but too few participants for a quorum (exit code 2).</source>
        <translation>有观察者，但参与者太少，无法形成仲裁（退出码 2）。</translation>
    </message>
    <message>
        <source>Make two of the servers participants, or set standaloneEnabled=false with one of them.</source>
        <translation>请让其中两个服务器成为参与者；若只有一个，请设置 standaloneEnabled=false。</translation>
    </message>
    <message>
        <source>A setting that an ensemble needs is missing</source>
        <translation>缺少集群所需的设置</translation>
    </message>
    <message>
        <source>With a list of servers zoo.cfg must say initLimit and syncLimit.</source>
        <translation>有服务器列表时，zoo.cfg 中必须有 initLimit 和 syncLimit。</translation>
    </message>
    <message>
        <source>Add initLimit=10 to zoo.cfg.</source>
        <translation>请在 zoo.cfg 中加入 initLimit=10。</translation>
    </message>
    <message>
        <source>Add syncLimit=5 to zoo.cfg.</source>
        <translation>请在 zoo.cfg 中加入 syncLimit=5。</translation>
    </message>
    <message>
        <source>The member&apos;s role is given twice</source>
        <translation>成员的角色给出了两次</translation>
    </message>
    <message>
        <source>Its peerType and its own server line differ; the server line counts.</source>
        <translation>它的 peerType 与自己的 server 行不同；以 server 行为准。</translation>
    </message>
    <message>
        <source>Make them equal, or leave peerType out.</source>
        <translation>请使两者相同，或去掉 peerType。</translation>
    </message>
    <message>
        <source>An even number of voters</source>
        <translation>投票成员为偶数</translation>
    </message>
    <message>
        <source>It survives the loss of no more members than one voter fewer would.</source>
        <translation>它能承受的成员损失并不比少一个投票成员时更多。</translation>
    </message>
    <message>
        <source>Add a voter, or make one an observer.</source>
        <translation>请增加一个投票成员，或把一个改为观察者。</translation>
    </message>
    <message>
        <source>Two voters survive no loss</source>
        <translation>两个投票成员经不起任何损失</translation>
    </message>
    <message>
        <source>Both are needed for a majority.</source>
        <translation>两个都在才能形成多数。</translation>
    </message>
    <message>
        <source>Use three voters.</source>
        <translation>请使用三个投票成员。</translation>
    </message>
    <message>
        <source>The configuration is wrong</source>
        <translation>配置有误</translation>
    </message>
    <message>
        <source>The server ends with exit code 2; the lines that follow say what is wrong.</source>
        <translation>服务器以退出码 2 退出；后面的行说明错在哪里。</translation>
    </message>
    <message>
        <source>Correct the configuration and create the container anew: most images write zoo.cfg only once.</source>
        <translation>请更正配置并重新创建容器：多数镜像只写一次 zoo.cfg。</translation>
    </message>
    <message>
        <source>Its configuration has no list of servers, or only one: there is no ensemble.</source>
        <translation>它的配置中没有服务器列表，或只有一个服务器：没有组成集群。</translation>
    </message>
    <message>
        <source>Right for a cluster of one. Otherwise its list of servers did not reach it.</source>
        <translation>对单成员集群是正确的。否则说明它没有收到服务器列表。</translation>
    </message>
    <message>
        <source>The AdminServer&apos;s port is taken</source>
        <translation>AdminServer 的端口已被占用</translation>
    </message>
    <message>
        <source>A standalone server ends then (exit code 4).</source>
        <translation>单机服务器会因此退出（退出码 4）。</translation>
    </message>
    <message>
        <source>Choose another admin.serverPort, or switch the AdminServer off.</source>
        <translation>请选择另一个 admin.serverPort，或关闭 AdminServer。</translation>
    </message>
    <message>
        <source>The member serves all the same, without its AdminServer; another program answers at that port.</source>
        <translation>成员照常服务，只是没有 AdminServer；在该端口应答的是另一个程序。</translation>
    </message>
    <message>
        <source>In host mode give each member its own admin.serverPort.</source>
        <translation>在主机网络模式下，请给每个成员不同的 admin.serverPort。</translation>
    </message>
    <message>
        <source>A port is taken</source>
        <translation>端口已被占用</translation>
    </message>
    <message>
        <source>Another program listens at a port that this member wants.</source>
        <translation>另一个程序正在监听此成员需要的端口。</translation>
    </message>
    <message>
        <source>Choose another port, or end the other program.</source>
        <translation>请选择另一个端口，或结束另一个程序。</translation>
    </message>
    <message>
        <source>The member cannot listen at its own address</source>
        <translation>成员无法监听自己的地址</translation>
    </message>
    <message>
        <source>Its name resolves to an address that is not its container&apos;s: of a Swarm service, or of the host.</source>
        <translation>它的名称解析到的不是容器自己的地址，而是 Swarm 服务或主机的地址。</translation>
    </message>
    <message>
        <source>Use a name that resolves to the container itself, or set quorumListenOnAllIPs=true.</source>
        <translation>请使用能解析到容器自身的名称，或设置 quorumListenOnAllIPs=true。</translation>
    </message>
    <message>
        <source>The data directory has no snapshot</source>
        <translation>数据目录中没有快照</translation>
    </message>
    <message>
        <source>Data of 3.4 that never wrote a snapshot is refused by later versions.</source>
        <translation>3.4 的数据如果从未写过快照，较新的版本会拒绝它。</translation>
    </message>
    <message>
        <source>Start once with snapshot.trust.empty=true, then without it again. Make a copy first.</source>
        <translation>请带 snapshot.trust.empty=true 启动一次，然后再去掉它。请先做备份。</translation>
    </message>
    <message>
        <source>The member&apos;s data is damaged</source>
        <translation>成员的数据已损坏</translation>
    </message>
    <message>
        <source>A crash, or a full disk, left files that do not fit together.</source>
        <translation>崩溃或磁盘已满留下了互相不一致的文件。</translation>
    </message>
    <message>
        <source>If the others have a quorum, remove this member&apos;s volume: it gets everything from the leader.</source>
        <translation>如果其他成员有仲裁，请删除此成员的数据卷：它会从领导者取得全部数据。</translation>
    </message>
    <message>
        <source>It crashed between the writing of two epoch files.</source>
        <translation>它在写两个 epoch 文件之间崩溃了。</translation>
    </message>
    <message>
        <source>A leader with an older epoch</source>
        <translation>领导者的 epoch 较旧</translation>
    </message>
    <message>
        <source>This member has accepted a newer epoch than the leader offers: one of them has data of another time, such as an old volume.</source>
        <translation>此成员已接受的 epoch 比领导者提供的更新：其中一方的数据属于另一时期，例如旧的数据卷。</translation>
    </message>
    <message>
        <source>The member may not write its files</source>
        <translation>成员没有写文件的权限</translation>
    </message>
    <message>
        <source>The directory belongs to another user than the one that the server runs as.</source>
        <translation>该目录属于另一个用户，而不是运行服务器的用户。</translation>
    </message>
    <message>
        <source>Use a volume with a name, or give the directory to the image&apos;s user (mostly 1000).</source>
        <translation>请使用命名卷，或把目录的所有者改为镜像的用户（多为 1000）。</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>The transaction log cannot be written; the server ends.</source>
        <translation>无法写事务日志；服务器退出。</translation>
    </message>
    <message>
        <source>Make room, and switch on autopurge.purgeInterval.</source>
        <translation>请腾出空间，并启用 autopurge.purgeInterval。</translation>
    </message>
    <message>
        <source>The server has too little memory</source>
        <translation>服务器内存不足</translation>
    </message>
    <message>
        <source>Java&apos;s heap is full.</source>
        <translation>Java 的堆内存已满。</translation>
    </message>
    <message>
        <source>Raise the member&apos;s heap, or store less.</source>
        <translation>请调大该成员的堆内存，或减少存储的数据。</translation>
    </message>
    <message>
        <source>The disk is slow</source>
        <translation>磁盘缓慢</translation>
    </message>
    <message>
        <source>Each change waits until it is on the disk. Slow writes delay every client.</source>
        <translation>每个更改都要等到写入磁盘。写得慢会拖延每个客户端。</translation>
    </message>
    <message>
        <source>Keep the transaction log on a faster disk, or the disk less busy.</source>
        <translation>请把事务日志放在更快的磁盘上，或减轻磁盘的负担。</translation>
    </message>
    <message>
        <source>A packet is too long</source>
        <translation>数据包过长</translation>
    </message>
    <message>
        <source>A request or an answer is longer than jute.maxbuffer, or something else than a ZooKeeper client speaks to this port.</source>
        <translation>请求或应答超过了 jute.maxbuffer，或者连接此端口的不是 ZooKeeper 客户端。</translation>
    </message>
    <message>
        <source>Store smaller values, or raise jute.maxbuffer on servers and clients.</source>
        <translation>请存储较小的值，或在服务器和客户端上调大 jute.maxbuffer。</translation>
    </message>
    <message>
        <source>The server ended normally</source>
        <translation>服务器正常退出</translation>
    </message>
    <message>
        <source>It was told to stop.</source>
        <translation>它收到了停止的指令。</translation>
    </message>
    <message>
        <source>The server ended with an error</source>
        <translation>服务器因错误退出</translation>
    </message>
    <message>
        <source>The lines before this one say why.</source>
        <translation>此行之前的行说明原因。</translation>
    </message>
    <message>
        <source>The member&apos;s data directory cannot be used</source>
        <translation>成员的数据目录无法使用</translation>
    </message>
    <message>
        <source>It is missing, or belongs to another user than the one that the server runs as (exit code 3).</source>
        <translation>目录不存在，或属于运行服务器的用户以外的另一个用户（退出码 3）。</translation>
    </message>
    <message>
        <source>Something went wrong that it has no words for, such as a client port that is taken (exit code 1).</source>
        <translation>发生了它无法说明的错误，例如客户端端口已被占用（退出码 1）。</translation>
    </message>
    <message>
        <source>Read the exception in the lines that follow.</source>
        <translation>请阅读后续各行中的异常。</translation>
    </message>
    <message>
        <source>One of its threads failed, mostly because the transaction log could not be written.</source>
        <translation>它的一个线程失败，多半是因为无法写入事务日志。</translation>
    </message>
    <message>
        <source>Read the exception in the lines that follow; look whether the disk is full.</source>
        <translation>请阅读后续各行中的异常，并检查磁盘是否已满。</translation>
    </message>
    <message>
        <source>A client closed its connection</source>
        <translation>一个客户端关闭了连接</translation>
    </message>
    <message>
        <source>It did not say good-bye first: it was killed, or only tried whether the port answers. A session that it had goes on until its time-out.</source>
        <translation>它没有先正常告别：可能是被终止，或只是试探端口是否应答。它的会话会保留到超时为止。</translation>
    </message>
    <message>
        <source>Nothing, if the client ended. Otherwise look into the client&apos;s own log.</source>
        <translation>如果客户端已结束，则无需处理。否则请查看客户端自己的日志。</translation>
    </message>
</context>
<context>
    <name>LogLevel</name>
    <message>
        <source>Every level</source>
        <translation>所有级别</translation>
    </message>
    <message>
        <source>Trace and above</source>
        <translation>跟踪及以上</translation>
    </message>
    <message>
        <source>Debug and above</source>
        <translation>调试及以上</translation>
    </message>
    <message>
        <source>Information and above</source>
        <translation>信息及以上</translation>
    </message>
    <message>
        <source>Warnings and above</source>
        <translation>警告及以上</translation>
    </message>
    <message>
        <source>Errors and above</source>
        <translation>错误及以上</translation>
    </message>
    <message>
        <source>Fatal errors</source>
        <translation>致命错误</translation>
    </message>
</context>
<context>
    <name>LogMatcher</name>
    <message>
        <source>This is not a regular expression (at character %1: %2). Correct it, or switch regular expressions off.</source>
        <translation>这不是正则表达式（第 %1 个字符：%2）。请更正，或关闭正则表达式。</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message numerus="yes">
        <source>%1 … (%Ln byte(s) in all)</source>
        <translation>
            <numerusform>%1 …（共 %Ln 字节）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberState</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>creating</source>
        <translation>正在创建</translation>
    </message>
    <message>
        <source>created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>looking</source>
        <translation>选举中</translation>
    </message>
    <message>
        <source>leader</source>
        <translation>领导者</translation>
    </message>
    <message>
        <source>follower</source>
        <translation>跟随者</translation>
    </message>
    <message>
        <source>observer</source>
        <translation>观察者</translation>
    </message>
    <message>
        <source>standalone</source>
        <translation>单机</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>restarting</source>
        <translation>正在重启</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>待确认</translation>
    </message>
</context>
<context>
    <name>MemberStatus</name>
    <message>
        <source>It could not be started. Docker says: %1</source>
        <translation>无法启动。Docker 报告：%1</translation>
    </message>
    <message>
        <source>It has run for a while and has never answered. Its log may say why. %1</source>
        <translation>它已运行一段时间但从未应答。日志可能会说明原因。%1</translation>
    </message>
    <message>
        <source>It runs, but does not answer any more.</source>
        <translation>它在运行，但不再应答。</translation>
    </message>
    <message>
        <source>%1 A server answers at the port that this member is published on; nobody can tell whether it is the member&apos;s container.</source>
        <translation>%1在该成员发布的端口上有服务器应答，但无法确定它是否就是该成员的容器。</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>%1 has the port %2 now, in place of %3.</source>
        <comment>a member, two numbers</comment>
        <translation>%1 现在使用端口 %2，不再使用 %3。</translation>
    </message>
</context>
<context>
    <name>Quorum</name>
    <message>
        <source>Unknown: the servers have not been asked yet.</source>
        <translation>未知：尚未查询服务器。</translation>
    </message>
    <message>
        <source>Unknown: some servers have not been asked yet; %1 of %2 voters are known to serve.</source>
        <translation>未知：部分服务器尚未查询；已知 %2 个投票成员中有 %1 个在提供服务。</translation>
    </message>
    <message>
        <source>The only server does not serve.</source>
        <translation>唯一的服务器没有提供服务。</translation>
    </message>
    <message>
        <source>No quorum: %1 of %2 voters serve, but none of them says that it leads.</source>
        <translation>没有仲裁：%2 个投票成员中有 %1 个在提供服务，但没有一个自称领导者。</translation>
    </message>
    <message>
        <source>No quorum: 1 of %1 voters serves, %2 are needed.</source>
        <translation>没有仲裁：%1 个投票成员中有 1 个在提供服务，需要 %2 个。</translation>
    </message>
    <message>
        <source>No quorum: %1 of %2 voters serve, %3 are needed.</source>
        <translation>没有仲裁：%2 个投票成员中有 %1 个在提供服务，需要 %3 个。</translation>
    </message>
    <message>
        <source>No voter is known.</source>
        <translation>没有已知的投票成员。</translation>
    </message>
    <message>
        <source>Something happened a moment ago: the roles are being asked again.</source>
        <translation>刚刚发生了变化：正在重新查询各成员的角色。</translation>
    </message>
    <message>
        <source>The only server serves. Nothing survives its loss.</source>
        <translation>唯一的服务器在提供服务。失去它，服务即中断。</translation>
    </message>
    <message>
        <source>%1 of %2 voters serve. The loss of one more ends the quorum.</source>
        <translation>%2 个投票成员中有 %1 个在提供服务。再失去 1 个就没有仲裁。</translation>
    </message>
    <message>
        <source>%1 of %2 voters serve. The quorum survives the loss of %3.</source>
        <translation>%2 个投票成员中有 %1 个在提供服务。失去 %3 个仍能保持仲裁。</translation>
    </message>
    <message>
        <source>Unknown: nobody can tell who serves. %1</source>
        <translation>未知：无法得知谁在提供服务。%1</translation>
    </message>
</context>
<context>
    <name>RemovalExtent</name>
    <message>
        <source>no volumes</source>
        <translation>没有数据卷</translation>
    </message>
    <message numerus="yes">
        <source>%Ln volume(s)</source>
        <translation>
            <numerusform>%Ln 个数据卷</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln volume(s) with up to %1 of data</source>
        <translation>
            <numerusform>%Ln 个数据卷，最多含 %1 数据</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerConfiguration</name>
    <message>
        <source>ZooDock does not know the image family “%1”. Choose another one.</source>
        <translation>ZooDock 不认识镜像系列“%1”。请另选一个。</translation>
    </message>
</context>
<context>
    <name>ServerReply</name>
    <message>
        <source>What listens on this port does not answer like ZooKeeper&apos;s AdminServer. Check the port.</source>
        <translation>监听此端口的程序不像 ZooKeeper 的 AdminServer 那样应答。请检查端口。</translation>
    </message>
    <message>
        <source>The AdminServer says: %1.</source>
        <translation>AdminServer 报告：%1。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>成员身份</translation>
    </message>
    <message>
        <source>participant (0)</source>
        <translation>参与者 (0)</translation>
    </message>
    <message>
        <source>observer (1)</source>
        <translation>观察者 (1)</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Last operation</source>
        <translation>最后操作</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>建立时间</translation>
    </message>
    <message>
        <source>Time-out (ms)</source>
        <translation>超时（毫秒）</translation>
    </message>
    <message>
        <source>Last cxid</source>
        <translation>最后 cxid</translation>
    </message>
    <message>
        <source>Last zxid</source>
        <translation>最后 zxid</translation>
    </message>
    <message>
        <source>Last latency (ms)</source>
        <translation>最近延迟（毫秒）</translation>
    </message>
    <message>
        <source>Least latency (ms)</source>
        <translation>最小延迟（毫秒）</translation>
    </message>
    <message>
        <source>Mean latency (ms)</source>
        <translation>平均延迟（毫秒）</translation>
    </message>
    <message>
        <source>Greatest latency (ms)</source>
        <translation>最大延迟（毫秒）</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Connections that watch</source>
        <translation>正在监视的连接</translation>
    </message>
    <message>
        <source>Watched paths</source>
        <translation>被监视的路径</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>监视</translation>
    </message>
    <message>
        <source>The server runs. That does not say that it serves.</source>
        <translation>服务器在运行。这并不说明它在提供服务。</translation>
    </message>
    <message>
        <source>The server takes reads and writes.</source>
        <translation>服务器接受读和写。</translation>
    </message>
    <message>
        <source>The server takes reads alone: it has lost the quorum.</source>
        <translation>服务器只接受读：它已失去仲裁。</translation>
    </message>
    <message>
        <source>The server serves nobody: there is no quorum.</source>
        <translation>服务器不为任何人服务：没有仲裁。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>The server closed the connection without an answer. This version may not know the word.</source>
        <translation>服务器未作回答就关闭了连接。此版本可能不认识这个词。</translation>
    </message>
    <message>
        <source>The server runs, but serves nobody: it is looking for a leader. Start enough members for a majority.</source>
        <translation>服务器在运行，但不为任何人服务：它正在寻找领导者。请启动足够形成多数的成员。</translation>
    </message>
    <message>
        <source>The server does not answer “%1”: its setting 4lw.commands.whitelist does not name it.</source>
        <translation>服务器不响应“%1”命令：其设置 4lw.commands.whitelist 中没有它。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The server answered; it has nothing to tell.</source>
        <translation>服务器已应答；没有可显示的内容。</translation>
    </message>
</context>
<context>
    <name>ServerSetting</name>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>“%1”不是整数。</translation>
    </message>
    <message>
        <source>%1 is too small; the smallest value is %2.</source>
        <translation>%1 太小；最小值是 %2。</translation>
    </message>
    <message>
        <source>%1 is too large; the largest value is %2.</source>
        <translation>%1 太大；最大值是 %2。</translation>
    </message>
    <message>
        <source>“%1” is neither true nor false.</source>
        <translation>“%1”既不是 true 也不是 false。</translation>
    </message>
    <message>
        <source>“%1” is not a list of four-letter words; write them like “srvr,mntr,ruok”, or * for all.</source>
        <translation>“%1”不是四字命令列表；请写成“srvr,mntr,ruok”的形式，或用 * 表示全部。</translation>
    </message>
    <message>
        <source>JVM flags stand on one line, separated by spaces.</source>
        <translation>JVM 参数写在一行，用空格分隔。</translation>
    </message>
    <message>
        <source>The character %1 cannot be handed to the JVM: the image&apos;s scripts split the flags at spaces and know no quoting.</source>
        <translation>字符 %1 无法传给 JVM：镜像的脚本按空格拆分参数，不支持引号。</translation>
    </message>
    <message>
        <source>“%1” is not a JVM flag: flags begin with “-”.</source>
        <translation>“%1”不是 JVM 参数：参数以“-”开头。</translation>
    </message>
    <message>
        <source>“%1” is not a line of zoo.cfg; write it as key=value.</source>
        <translation>“%1”不是 zoo.cfg 的一行；请写成 key=value。</translation>
    </message>
    <message>
        <source>Quotes and backslashes would become part of the value: “%1”. Leave them away.</source>
        <translation>引号和反斜杠会成为值的一部分：“%1”。请去掉它们。</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>基本时间单位</translation>
    </message>
    <message>
        <source>The server&apos;s unit of time. Sessions may last between 2 and 20 ticks.</source>
        <translation>服务器的时间单位（tick）。会话超时可为 2 到 20 个 tick。</translation>
    </message>
    <message>
        <source>Time to join</source>
        <translation>加入时限</translation>
    </message>
    <message>
        <source>How long a follower may take to connect and fetch the leader&apos;s data.</source>
        <translation>跟随者连接并获取领导者数据最多可用多长时间。</translation>
    </message>
    <message>
        <source>Time to keep up</source>
        <translation>同步时限</translation>
    </message>
    <message>
        <source>How far a follower may lag behind the leader before it is dropped.</source>
        <translation>跟随者最多可落后领导者多少；超过即被断开。</translation>
    </message>
    <message>
        <source>Connections per client address</source>
        <translation>每个客户端地址的连接数</translation>
    </message>
    <message>
        <source>How many connections one address may have to one member. 0 means no limit.</source>
        <translation>一个地址最多可与一个成员建立多少连接。0 表示不限。</translation>
    </message>
    <message>
        <source>Heap</source>
        <translation>堆内存</translation>
    </message>
    <message>
        <source>Memory for each member&apos;s data. All znodes have to fit into it.</source>
        <translation>每个成员用于数据的内存。所有 znode 都必须放得下。</translation>
    </message>
    <message>
        <source>JVM flags</source>
        <translation>JVM 参数</translation>
    </message>
    <message>
        <source>More flags for the Java virtual machine, separated by spaces.</source>
        <translation>Java 虚拟机的更多参数，用空格分隔。</translation>
    </message>
    <message>
        <source>Four-letter words</source>
        <translation>四字命令</translation>
    </message>
    <message>
        <source>Which four-letter words the members answer. ZooDock asks “srvr” to see who leads; * allows all.</source>
        <translation>成员回答哪些四字命令。ZooDock 用“srvr”查询谁是领导者；* 允许全部。</translation>
    </message>
    <message>
        <source>AdminServer</source>
        <translation>AdminServer</translation>
    </message>
    <message>
        <source>A small HTTP server in each member that answers questions about it.</source>
        <translation>每个成员中的小型 HTTP 服务器，回答有关自身的问题。</translation>
    </message>
    <message>
        <source>Standalone mode</source>
        <translation>单机模式</translation>
    </message>
    <message>
        <source>A single participant runs without a quorum. Switch it off to let one participant have observers or grow later.</source>
        <translation>单个参与者无需仲裁即可运行。关闭它，可让单个参与者拥有观察者或以后扩展。</translation>
    </message>
    <message>
        <source>Dynamic reconfiguration</source>
        <translation>动态重配置</translation>
    </message>
    <message>
        <source>Members can be added and removed while the ensemble runs.</source>
        <translation>可以在集群运行时添加和移除成员。</translation>
    </message>
    <message>
        <source>TTL nodes</source>
        <translation>TTL 节点</translation>
    </message>
    <message>
        <source>Znodes may carry a time to live. The member id 255 cannot be used then.</source>
        <translation>znode 可以带有生存时间。此时不能使用成员 id 255。</translation>
    </message>
    <message>
        <source>Purge every</source>
        <translation>清理间隔</translation>
    </message>
    <message>
        <source>How often old snapshots and transaction logs are deleted. 0 means never.</source>
        <translation>每隔多久删除旧的快照和事务日志。0 表示从不。</translation>
    </message>
    <message>
        <source>Snapshots kept</source>
        <translation>保留的快照</translation>
    </message>
    <message>
        <source>How many of the newest snapshots a purge keeps, with their transaction logs.</source>
        <translation>清理时保留多少个最新的快照及其事务日志。</translation>
    </message>
    <message>
        <source>More lines of zoo.cfg</source>
        <translation>zoo.cfg 附加行</translation>
    </message>
    <message>
        <source>Any other configuration, one key=value per line. The server does not report misspelt keys.</source>
        <translation>其他任何配置，每行一个 key=value。服务器不会报告拼错的键。</translation>
    </message>
    <message>
        <source>ZooKeeper has this from version %1 on; the chosen image has %2.</source>
        <translation>ZooKeeper 从版本 %1 起才有此功能；所选镜像是 %2。</translation>
    </message>
    <message>
        <source>The chosen image (%1) cannot be told this.</source>
        <translation>无法向所选镜像（%1）设置此项。</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>ticks</source>
        <translation>tick</translation>
    </message>
    <message>
        <source>h</source>
        <translation>小时</translation>
    </message>
</context>
<context>
    <name>SpecFile</name>
    <message>
        <source>“%1” cannot be read: %2. Try again, or name another file.</source>
        <translation>无法读取“%1”：%2。请重试，或指定另一个文件。</translation>
    </message>
    <message>
        <source>There is no file “%1”. Name a cluster&apos;s file, or “-” for standard input.</source>
        <translation>没有文件“%1”。请指定一个集群文件，或用“-”表示标准输入。</translation>
    </message>
    <message>
        <source>“%1” cannot be opened: %2. Change its permissions, or name another file.</source>
        <translation>无法打开“%1”：%2。请更改其权限，或指定另一个文件。</translation>
    </message>
    <message>
        <source>“%1” is a folder. Name a cluster&apos;s file in it instead.</source>
        <translation>“%1”是文件夹。请改为指定其中的集群文件。</translation>
    </message>
    <message>
        <source>“%1” is too large for a cluster&apos;s file. Name another file.</source>
        <translation>“%1”太大，不可能是集群文件。请指定另一个文件。</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>%1 Correct that and try again; docs/cli.md describes the keys.</source>
        <translation>%1请更正后重试；docs/cli.md 说明了各个键。</translation>
    </message>
    <message>
        <source>Warning: %1: “adopted”, “composeProject” and “container” are about containers that others made. They are left out: ZooDock makes new ones.</source>
        <translation>警告：%1：“adopted”、“composeProject”和“container”涉及他人创建的容器，已略去：ZooDock 会创建新的容器。</translation>
    </message>
</context>
<context>
    <name>Validate</name>
    <message>
        <source>quorum port</source>
        <translation>仲裁端口</translation>
    </message>
    <message>
        <source>election port</source>
        <translation>选举端口</translation>
    </message>
    <message>
        <source>AdminServer port</source>
        <translation>AdminServer 端口</translation>
    </message>
    <message>
        <source>client port</source>
        <translation>客户端端口</translation>
    </message>
    <message>
        <source>This version may refuse to start again after a crash at the wrong moment (ZOOKEEPER-2307).</source>
        <translation>此版本在不巧的时刻崩溃后可能拒绝再次启动（ZOOKEEPER-2307）。</translation>
    </message>
    <message>
        <source>Take 3.5.8, 3.6.3 or a later version.</source>
        <translation>请使用 3.5.8、3.6.3 或更高版本。</translation>
    </message>
    <message>
        <source>In this version members cannot be added by a rolling restart (ZOOKEEPER-3829).</source>
        <translation>在此版本中无法通过滚动重启添加成员（ZOOKEEPER-3829）。</translation>
    </message>
    <message>
        <source>Take 3.5.9, 3.6.2 or a later version.</source>
        <translation>请使用 3.5.9、3.6.2 或更高版本。</translation>
    </message>
    <message>
        <source>In 3.6 the leader may get stuck when dynamic reconfiguration is on and a member&apos;s name cannot be resolved for a moment.</source>
        <translation>在 3.6 中，如果启用了动态重配置，而某个成员的名称一时无法解析，领导者可能会卡住。</translation>
    </message>
    <message>
        <source>Switch dynamic reconfiguration off, or take 3.7 or a later version.</source>
        <translation>请关闭动态重配置，或使用 3.7 或更高版本。</translation>
    </message>
    <message>
        <source>Use a bridge network.</source>
        <translation>请使用桥接网络。</translation>
    </message>
    <message>
        <source>A rootless engine before version 29.5 keeps the ports of host networking to itself.</source>
        <translation>29.5 之前的无 root 引擎会把主机网络的端口留给自己。</translation>
    </message>
    <message>
        <source>On Docker Desktop the host network is that of its virtual machine, unless host networking is switched on there (4.34 or later).</source>
        <translation>在 Docker Desktop 上，主机网络是其虚拟机的网络，除非在那里启用了主机网络（4.34 或更高版本）。</translation>
    </message>
    <message>
        <source>Use a bridge network, or switch host networking on in the settings of Docker Desktop.</source>
        <translation>请使用桥接网络，或在 Docker Desktop 的设置中启用主机网络。</translation>
    </message>
    <message>
        <source>No Docker engine was asked: names, ports, memory and the image are not checked.</source>
        <translation>没有查询 Docker 引擎：名称、端口、内存和镜像未经检查。</translation>
    </message>
    <message>
        <source>Start the engine, or choose a context that answers.</source>
        <translation>请启动引擎，或选择有应答的上下文。</translation>
    </message>
    <message>
        <source>The engine has version %1; ZooDock is made for 20.10 and later.</source>
        <translation>引擎的版本是 %1；ZooDock 适用于 20.10 及更高版本。</translation>
    </message>
    <message>
        <source>Update Docker.</source>
        <translation>请更新 Docker。</translation>
    </message>
    <message>
        <source>Podman answers in Docker&apos;s place; ZooDock has not been tried with it.</source>
        <translation>应答的是 Podman 而不是 Docker；ZooDock 没有在它上面试过。</translation>
    </message>
    <message>
        <source>Use Docker&apos;s own command line with Podman&apos;s socket in DOCKER_HOST, or Docker.</source>
        <translation>请使用 Docker 自己的命令行并在 DOCKER_HOST 中指定 Podman 的套接字，或使用 Docker。</translation>
    </message>
    <message>
        <source>Only the ports of containers are known, not those of other programs on the engine&apos;s host.</source>
        <translation>只知道容器的端口，不知道引擎主机上其他程序的端口。</translation>
    </message>
    <message>
        <source>If a port turns out to be taken, ZooDock proposes another one.</source>
        <translation>如果发现端口已被占用，ZooDock 会建议另一个。</translation>
    </message>
    <message>
        <source>The image “%1” is not on the engine yet.</source>
        <translation>引擎上还没有镜像“%1”。</translation>
    </message>
    <message>
        <source>It will be pulled first, which may take a while.</source>
        <translation>会先拉取它，可能需要一些时间。</translation>
    </message>
    <message>
        <source>ZooDock does not know the image family “%1”.</source>
        <translation>ZooDock 不认识镜像系列“%1”。</translation>
    </message>
    <message>
        <source>ZooDock does not know “%1” and will configure it like the official image, which it may not understand.</source>
        <translation>ZooDock 不认识“%1”，会像官方镜像那样配置它，而它可能无法理解。</translation>
    </message>
    <message>
        <source>Take “zookeeper” or “zoodock/zookeeper”, or an image made from them.</source>
        <translation>请使用“zookeeper”或“zoodock/zookeeper”，或由它们制作的镜像。</translation>
    </message>
    <message>
        <source>“%1” does not say which version of ZooKeeper it has; ZooDock takes it for a current one.</source>
        <translation>“%1”没有说明它的 ZooKeeper 版本；ZooDock 把它当作当前版本。</translation>
    </message>
    <message>
        <source>Use a tag with a version, like “zookeeper:3.9”.</source>
        <translation>请使用带版本的标签，例如“zookeeper:3.9”。</translation>
    </message>
    <message>
        <source>No image is chosen.</source>
        <translation>没有选择镜像。</translation>
    </message>
    <message>
        <source>“%1” is not the name of an image.</source>
        <translation>“%1”不是镜像的名称。</translation>
    </message>
    <message>
        <source>Enter a name like “zookeeper:3.9”.</source>
        <translation>请输入类似“zookeeper:3.9”的名称。</translation>
    </message>
    <message>
        <source>The cluster has no name.</source>
        <translation>集群没有名称。</translation>
    </message>
    <message>
        <source>“%1” cannot be a cluster&apos;s name.</source>
        <translation>“%1”不能作为集群的名称。</translation>
    </message>
    <message>
        <source>Use up to 63 lower-case letters, digits, “-”, “_” and “.”, beginning with a letter or a digit.</source>
        <translation>请使用最多 63 个小写字母、数字、“-”、“_”和“.”，以字母或数字开头。</translation>
    </message>
    <message>
        <source>There is already a container “%1” that does not belong to this cluster.</source>
        <translation>已经有不属于此集群的容器“%1”。</translation>
    </message>
    <message>
        <source>Choose another name for the cluster, or remove that container.</source>
        <translation>请为集群另选名称，或移除那个容器。</translation>
    </message>
    <message>
        <source>There is already a volume “%1” that does not belong to this cluster; its data and member id would be used.</source>
        <translation>已经有不属于此集群的数据卷“%1”；它的数据和成员 id 会被使用。</translation>
    </message>
    <message>
        <source>Choose another name for the cluster, or remove that volume if nobody needs its data.</source>
        <translation>请为集群另选名称；如果没有人需要其数据，也可移除那个数据卷。</translation>
    </message>
    <message>
        <source>There is already a network “%1” that does not belong to this cluster.</source>
        <translation>已经有不属于此集群的网络“%1”。</translation>
    </message>
    <message>
        <source>Choose another name for the cluster, or join that network.</source>
        <translation>请为集群另选名称，或加入那个网络。</translation>
    </message>
    <message>
        <source>Members cannot find each other by name on Docker&apos;s own network “%1”.</source>
        <translation>在 Docker 自带的网络“%1”上，成员无法通过名称找到彼此。</translation>
    </message>
    <message>
        <source>Leave the network empty to get one for the cluster, or name one made with “docker network create”.</source>
        <translation>网络留空即为集群创建一个，或填写用“docker network create”创建的网络。</translation>
    </message>
    <message>
        <source>There is no network “%1”.</source>
        <translation>没有网络“%1”。</translation>
    </message>
    <message>
        <source>Choose another name for the member, or let the cluster have its own network.</source>
        <translation>请为成员另选名称，或让集群使用专用网络。</translation>
    </message>
    <message>
        <source>%1 cannot be a member&apos;s id.</source>
        <translation>%1 不能作为成员的 id。</translation>
    </message>
    <message>
        <source>Ids go from 1 to 255.</source>
        <translation>id 的范围是 1 到 255。</translation>
    </message>
    <message>
        <source>Two members have the id %1.</source>
        <translation>有两个成员的 id 都是 %1。</translation>
    </message>
    <message>
        <source>Give each member an id of its own.</source>
        <translation>请给每个成员各自的 id。</translation>
    </message>
    <message>
        <source>The id 255 cannot be used together with TTL nodes.</source>
        <translation>id 255 不能与 TTL 节点一起使用。</translation>
    </message>
    <message>
        <source>Choose an id up to 254, or switch TTL nodes off.</source>
        <translation>请选择不超过 254 的 id，或关闭 TTL 节点。</translation>
    </message>
    <message>
        <source>A member is called by a name, not by the address %1: the others could not reach it, or not after a restart.</source>
        <translation>成员应使用名称，而不是地址 %1：其他成员可能无法访问它，或在重启后无法访问。</translation>
    </message>
    <message>
        <source>Give the member a name like “zoo%1”.</source>
        <translation>请给成员起类似“zoo%1”的名称。</translation>
    </message>
    <message>
        <source>“%1” cannot be a member&apos;s name.</source>
        <translation>“%1”不能作为成员的名称。</translation>
    </message>
    <message>
        <source>Two members are called “%1”.</source>
        <translation>有两个成员都叫“%1”。</translation>
    </message>
    <message>
        <source>Give each member a name of its own.</source>
        <translation>请给每个成员各自的名称。</translation>
    </message>
    <message>
        <source>One participant with observers does not start: the server asks for a quorum.</source>
        <translation>一个参与者加观察者无法启动：服务器要求有仲裁。</translation>
    </message>
    <message>
        <source>Switch standalone mode off, or add participants.</source>
        <translation>请关闭单机模式，或添加参与者。</translation>
    </message>
    <message>
        <source>Add participants, or take a newer version of ZooKeeper.</source>
        <translation>请添加参与者，或使用较新版本的 ZooKeeper。</translation>
    </message>
    <message>
        <source>No member takes part in the quorum.</source>
        <translation>没有成员参与仲裁。</translation>
    </message>
    <message>
        <source>Add at least one participant.</source>
        <translation>请至少添加一个参与者。</translation>
    </message>
    <message>
        <source>Two participants are less stable than one: if either stops, nobody is served.</source>
        <translation>两个参与者不如一个稳定：任何一个停止，就没有人得到服务。</translation>
    </message>
    <message>
        <source>Take one participant, or three.</source>
        <translation>请使用一个或三个参与者。</translation>
    </message>
    <message>
        <source>%1 participants survive no more failures than %2 do.</source>
        <translation>%1 个参与者能承受的故障并不比 %2 个更多。</translation>
    </message>
    <message>
        <source>Take %1 or %2 participants.</source>
        <translation>请使用 %1 个或 %2 个参与者。</translation>
    </message>
    <message>
        <source>%1 participants have to agree on every write, which makes writing slow.</source>
        <translation>每次写入都须由 %1 个参与者达成一致，写入会变慢。</translation>
    </message>
    <message>
        <source>Take up to %1 participants and make the others observers.</source>
        <translation>请使用最多 %1 个参与者，其余设为观察者。</translation>
    </message>
    <message>
        <source>All members run on one engine: the cluster survives the loss of members, not of the machine.</source>
        <translation>所有成员在一个引擎上运行：集群可承受失去成员，但不能承受失去这台机器。</translation>
    </message>
    <message>
        <source>Good for development and tests; spread members over machines where data matters.</source>
        <translation>适合开发和测试；数据重要时请把成员分布到多台机器。</translation>
    </message>
    <message>
        <source>The %1 of %2 is not set.</source>
        <translation>%2 的%1没有设置。</translation>
    </message>
    <message>
        <source>Enter a port from 1 to 65535, or let ZooDock propose free ones.</source>
        <translation>请输入 1 到 65535 的端口，或让 ZooDock 建议空闲端口。</translation>
    </message>
    <message>
        <source>The quorum port and the election port of %1 are both %2; the server refuses to start.</source>
        <translation>%1 的仲裁端口和选举端口都是 %2；服务器会拒绝启动。</translation>
    </message>
    <message>
        <source>Choose two different ports.</source>
        <translation>请选择两个不同的端口。</translation>
    </message>
    <message>
        <source>%1 uses port %2 twice: as %3 and as %4.</source>
        <translation>%1 两次使用端口 %2：作为%3和%4。</translation>
    </message>
    <message>
        <source>Port %1 of the host is used twice: %2 of %3 and %4 of %5.</source>
        <translation>主机的端口 %1 被使用了两次：%3 的%2和 %5 的%4。</translation>
    </message>
    <message>
        <source>Choose another port for one of them.</source>
        <translation>请为其中一个另选端口。</translation>
    </message>
    <message>
        <source>Port %1 belongs to the stopped container “%2”, which will not start while it is taken.</source>
        <translation>端口 %1 属于已停止的容器“%2”，端口被占用时它将无法启动。</translation>
    </message>
    <message>
        <source>Port %1 is used by the container “%2”.</source>
        <translation>端口 %1 已被容器“%2”占用。</translation>
    </message>
    <message>
        <source>Port %1 is used by a program on the engine&apos;s host.</source>
        <translation>端口 %1 已被引擎主机上的程序占用。</translation>
    </message>
    <message>
        <source>Choose another port, or stop what uses it.</source>
        <translation>请另选端口，或停止占用它的程序。</translation>
    </message>
    <message>
        <source>Choose another port, or remove that container.</source>
        <translation>请另选端口，或移除那个容器。</translation>
    </message>
    <message>
        <source>Port %1 is below 1024, and the server in the container does not run as root.</source>
        <translation>端口 %1 低于 1024，而容器中的服务器不以 root 运行。</translation>
    </message>
    <message>
        <source>Port %1 is below 1024, which a rootless engine cannot publish.</source>
        <translation>端口 %1 低于 1024，无 root 引擎无法发布。</translation>
    </message>
    <message>
        <source>Choose a port from 1024 upwards.</source>
        <translation>请选择 1024 及以上的端口。</translation>
    </message>
    <message>
        <source>“%1” is not an IP address, so the %2 of %3 cannot be bound to it.</source>
        <translation>“%1”不是 IP 地址，因此 %3 的%2无法绑定到它。</translation>
    </message>
    <message>
        <source>Enter an address like 127.0.0.1, or 0.0.0.0 for all interfaces.</source>
        <translation>请输入类似 127.0.0.1 的地址，或用 0.0.0.0 表示所有接口。</translation>
    </message>
    <message>
        <source>Other machines can reach %1 without a password: %2.</source>
        <translation>其他机器无需密码即可访问 %1：%2。</translation>
    </message>
    <message>
        <source>Publish on 127.0.0.1, or protect the ports with a firewall.</source>
        <translation>请发布在 127.0.0.1，或用防火墙保护端口。</translation>
    </message>
    <message>
        <source>The quorum port and the election port of %1 are published on different addresses, but a server has one address for both.</source>
        <translation>%1 的仲裁端口和选举端口发布在不同的地址上，但服务器对两者只有一个地址。</translation>
    </message>
    <message>
        <source>Publish both on the same address.</source>
        <translation>请将两者发布在同一地址。</translation>
    </message>
    <message>
        <source>Publish the client ports on an address of that machine, or use an SSH tunnel.</source>
        <translation>请在那台机器的地址上发布客户端端口，或使用 SSH 隧道。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Correct the value, or take it back to use the default.</source>
        <translation>请更正该值，或清除它以使用默认值。</translation>
    </message>
    <message>
        <source>“%1” has no effect: ZooKeeper has it from version %2 on.</source>
        <translation>“%1”没有作用：ZooKeeper 从版本 %2 起才有它。</translation>
    </message>
    <message>
        <source>Take a newer version of ZooKeeper, or take the value back.</source>
        <translation>请使用较新版本的 ZooKeeper，或清除该值。</translation>
    </message>
    <message>
        <source>Without the four-letter word “srvr” ZooDock cannot see who leads, nor when the cluster is ready.</source>
        <translation>没有四字命令“srvr”，ZooDock 看不出谁是领导者，也看不出集群何时就绪。</translation>
    </message>
    <message>
        <source>Add “srvr” to the list.</source>
        <translation>请把“srvr”加入列表。</translation>
    </message>
    <message>
        <source>ZooDock writes “%1” itself; a second line would contradict it.</source>
        <translation>ZooDock 自己会写“%1”；第二行会与之矛盾。</translation>
    </message>
    <message>
        <source>The JVM flags set the heap a second time and win over the setting “Heap”.</source>
        <translation>JVM 参数再次设置了堆内存，并优先于设置“堆内存”。</translation>
    </message>
    <message>
        <source>Remove -Xmx from the flags and set the heap.</source>
        <translation>请从参数中删除 -Xmx，并设置堆内存。</translation>
    </message>
    <message>
        <source>ZooDock does not know the setting “%1” and leaves it out.</source>
        <translation>ZooDock 不认识设置“%1”，会略去它。</translation>
    </message>
    <message>
        <source>A heap of %1 MiB is hardly enough for a server without data.</source>
        <translation>%1 MiB 的堆内存连没有数据的服务器也几乎不够用。</translation>
    </message>
    <message>
        <source>Take %1 MiB or more.</source>
        <translation>请使用 %1 MiB 或更多。</translation>
    </message>
    <message>
        <source>The members may use up to %1 MiB together; the engine&apos;s host has %2 MiB.</source>
        <translation>所有成员最多可使用 %1 MiB；引擎的主机有 %2 MiB。</translation>
    </message>
    <message>
        <source>Take a smaller heap, or fewer members.</source>
        <translation>请使用更小的堆内存或更少的成员。</translation>
    </message>
    <message>
        <source>Port %1 belongs to the cluster “%2”, a member of which will not start while it is taken.</source>
        <translation>端口 %1 属于集群“%2”；端口被占用时，它的一个成员将无法启动。</translation>
    </message>
    <message>
        <source>Choose another port, or change those of that cluster.</source>
        <translation>请另选端口，或更改该集群的端口。</translation>
    </message>
    <message>
        <source>Port %1 is used by the program “%2” (process %3) on the engine&apos;s host.</source>
        <translation>端口 %1 已被引擎主机上的程序“%2”（进程 %3）占用。</translation>
    </message>
    <message>
        <source>Port %1 is used by a program of the user “%2” on the engine&apos;s host.</source>
        <translation>端口 %1 已被引擎主机上用户“%2”的程序占用。</translation>
    </message>
    <message>
        <source>This machine does not have the address %1, so the %2 of %3 cannot be bound to it.</source>
        <translation>本机没有地址 %1，因此 %3 的%2无法绑定到该地址。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>member, what is so</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The official images of ZooKeeper before 3.8 are not built any more: mended bugs of Java and the system under it do not reach them.</source>
        <translation>3.8 之前的 ZooKeeper 官方镜像已不再构建：Java 及其底层系统的缺陷修复不会进入这些镜像。</translation>
    </message>
    <message>
        <source>Take 3.8 or a later version, unless you need the old one.</source>
        <translation>除非您需要旧版本，请使用 3.8 或更高版本。</translation>
    </message>
    <message>
        <source>The volumes that were kept of %1 belong to a member with the id %2, and a server keeps the id that it finds there: as %3 it would not join the others.</source>
        <translation>%1 保留下来的数据卷属于 id 为 %2 的成员，而服务器会沿用在那里找到的 id：以 %3 的身份它无法加入其他成员。</translation>
    </message>
    <message>
        <source>Give the member the id %1, choose another name for the cluster, or remove the volumes if nobody needs their data (docker volume rm %2).</source>
        <translation>请把该成员的 id 设为 %1，或为集群另选名称；如果没有人需要其数据，也可移除这些数据卷（docker volume rm %2）。</translation>
    </message>
    <message>
        <source>The container “%1” has the name “%2” on the network “%3” already: the name would lead to either of them, and two clusters could mix.</source>
        <translation>容器“%1”在网络“%3”上已经有名称“%2”：该名称会指向两者中的任意一个，两个集群可能混在一起。</translation>
    </message>
    <message>
        <source>All members have the same “%1”, and only one of them can have the port %2 of the host; the others would not start.</source>
        <translation>所有成员的“%1”都相同，而主机的端口 %2 只能由其中一个使用；其他成员将无法启动。</translation>
    </message>
    <message>
        <source>Remove the line, or use a bridge network, where each member has ports of its own.</source>
        <translation>请删除这一行，或使用桥接网络，那里每个成员都有自己的端口。</translation>
    </message>
    <message>
        <source>With “%1” the server listens at %2, where other machines can reach it.</source>
        <translation>设置“%1”后，服务器会监听 %2，其他机器可以访问。</translation>
    </message>
    <message>
        <source>Add the line “%1=127.0.0.1”.</source>
        <translation>请加上一行“%1=127.0.0.1”。</translation>
    </message>
    <message>
        <source>Port %1 is used twice: as %2 of %3, and by “%4”.</source>
        <translation>端口 %1 被使用了两次：作为 %3 的%2，以及被“%4”使用。</translation>
    </message>
    <message>
        <source>Port %1 is used twice: by “%2” and by “%3”.</source>
        <translation>端口 %1 被使用了两次：“%2”和“%3”。</translation>
    </message>
    <message>
        <source>The value of “%1” is not known: only the file of the cluster had it.</source>
        <translation>“%1”的值未知：只有集群的文件中有它。</translation>
    </message>
    <message>
        <source>Write it into the setting anew.</source>
        <translation>请在该设置中重新填写。</translation>
    </message>
    <message>
        <source>This version of ZooKeeper is in FIPS mode and refuses SASL with passwords (DIGEST-MD5) in it; Kerberos works.</source>
        <translation>此版本的 ZooKeeper 处于 FIPS 模式，在该模式下会拒绝使用密码的 SASL（DIGEST-MD5）；Kerberos 可用。</translation>
    </message>
    <message>
        <source>Add “-Dzookeeper.fips-mode=false” to the JVM flags to use passwords.</source>
        <translation>要使用密码，请在 JVM 参数中加上“-Dzookeeper.fips-mode=false”。</translation>
    </message>
    <message>
        <source>Remove the line; which port of the host leads there is chosen with the members&apos; ports.</source>
        <translation>请删除该行；主机的哪个端口通向那里，由成员的端口设置决定。</translation>
    </message>
    <message>
        <source>Remove the line.</source>
        <translation>请删除该行。</translation>
    </message>
    <message>
        <source>The data may have transaction logs without a snapshot, as ZooKeeper 3.4 leaves them, and the chosen version refuses to start with these.</source>
        <translation>数据中的事务日志可能没有对应的快照（ZooKeeper 3.4 会留下这样的数据），而所选版本遇到它们会拒绝启动。</translation>
    </message>
    <message>
        <source>Make a copy of the volumes, write “snapshot.trust.empty=true” into “More lines of zoo.cfg” for the first start (3.5.6 or later), and take the line back afterwards.</source>
        <translation>请备份数据卷，首次启动时在“zoo.cfg 附加行”中写入“snapshot.trust.empty=true”（3.5.6 或更高版本），之后再去掉这一行。</translation>
    </message>
    <message>
        <source>In this version members may not find one again that has got another address by a restart (ZOOKEEPER-2982).</source>
        <translation>在此版本中，某个成员重启后地址改变时，其他成员可能找不到它（ZOOKEEPER-2982）。</translation>
    </message>
    <message>
        <source>Take 3.4.8, 3.5.4 or a later version.</source>
        <translation>请使用 3.4.8、3.5.4 或更高版本。</translation>
    </message>
    <message>
        <source>The cluster “%1” calls a member “%2” on the network “%3”, too: the name would lead to either of them, and two clusters could mix.</source>
        <translation>集群“%1”在网络“%3”上也有名为“%2”的成员：该名称会指向两者中的任意一个，两个集群可能混在一起。</translation>
    </message>
    <message>
        <source>Choose another name for the member, or another one for the cluster.</source>
        <translation>请为成员另选名称，或为集群另选名称。</translation>
    </message>
    <message>
        <source>Remove the flag, or use a bridge network, where each member has ports of its own.</source>
        <translation>请删除这个参数，或使用桥接网络，那里每个成员都有自己的端口。</translation>
    </message>
    <message>
        <source>JMX listens on every interface of the host, where other machines can reach it.</source>
        <translation>JMX 会监听主机的每个接口，其他机器可以访问。</translation>
    </message>
    <message>
        <source>Add “-Dcom.sun.management.jmxremote.host=127.0.0.1” to the JVM flags, remove those of JMX, or use a bridge network.</source>
        <translation>请在 JVM 参数中加入“-Dcom.sun.management.jmxremote.host=127.0.0.1”，删除 JMX 参数，或使用桥接网络。</translation>
    </message>
    <message>
        <source>The engine runs on another machine, so that programs here do not reach client ports on %1.</source>
        <translation>引擎在另一台机器上运行，因此这里的程序无法访问 %1 上的客户端端口。</translation>
    </message>
    <message>
        <source>Choose one that it knows: %1.</source>
        <translation>请选择它所知道的系列：%1。</translation>
    </message>
    <message>
        <source>Create it with “docker network create %1”, or name none: the cluster gets one of its own then.</source>
        <translation>请用“docker network create %1”创建它，或不指定网络：集群会有自己的网络。</translation>
    </message>
    <message>
        <source>Use up to 63 letters, digits and “-”, beginning with a letter, like “zoo%1”.</source>
        <translation>请使用最多 63 个字母、数字和“-”，以字母开头，例如“zoo%1”。</translation>
    </message>
    <message>
        <source>Remove the line and use the setting for it.</source>
        <translation>请删除该行，并使用相应的设置。</translation>
    </message>
    <message>
        <source>Write it as a line key=value of “More lines of zoo.cfg”, which a file calls “extra”.</source>
        <translation>请把它写成“zoo.cfg 附加行”（文件中为“extra”）中的一行 key=value。</translation>
    </message>
    <message>
        <source>Take the official image, for example “zookeeper:3.9”. A cluster of this image that was started without ZooDock can be adopted.</source>
        <translation>请使用官方镜像，例如“zookeeper:3.9”。不是由 ZooDock 启动的、使用该镜像的集群可以被接管。</translation>
    </message>
    <message>
        <source>“%1” makes servers count votes by groups and weights. ZooDock counts members: servers with and without this line could follow two leaders, and lose data.</source>
        <translation>“%1”使服务器按组和权重计票，而 ZooDock 按成员计数：有这一行和没有这一行的服务器可能各自跟随一个领导者，从而丢失数据。</translation>
    </message>
    <message>
        <source>With “electionAlg=%1” a server does not start, or takes no part in the elections of the others: only 3 is supported.</source>
        <translation>设为“electionAlg=%1”的服务器无法启动，或不参与其他服务器的选举：只支持 3。</translation>
    </message>
    <message>
        <source>“%1”: %2 ticks of %3 ms are more than a server can count, and its members would not join.</source>
        <translation>“%1”：%2 个 %3 ms 的 tick 超出服务器能计数的范围，成员将无法加入。</translation>
    </message>
    <message>
        <source>Take %1 ticks or fewer.</source>
        <translation>最多使用 %1 个 tick。</translation>
    </message>
    <message>
        <source>“%1” reads other variables than those by which ZooDock tells the servers who they are, and keeps its data elsewhere.</source>
        <translation>“%1”读取的变量与 ZooDock 用来告诉服务器其身份的变量不同，数据也存放在别处。</translation>
    </message>
    <message>
        <source>What the official images of ZooKeeper before 3.4.10 read of their settings is not known: they are told the same as 3.4.10.</source>
        <translation>3.4.10 之前的 ZooKeeper 官方镜像会读取哪些设置尚不清楚：将按 3.4.10 的方式告知它们。</translation>
    </message>
    <message>
        <source>Take 3.4.10 or a later version.</source>
        <translation>请使用 3.4.10 或更高版本。</translation>
    </message>
    <message>
        <source>The JVM flags choose more than one garbage collector, with which no JVM starts: %1.</source>
        <translation>JVM 参数选择了多个垃圾回收器，这样 JVM 无法启动：%1。</translation>
    </message>
    <message>
        <source>Leave one of them.</source>
        <translation>只保留其中一个。</translation>
    </message>
    <message>
        <source>The network “%1” is internal: docker publishes no ports of it, so that programs on this machine do not reach the members at the published addresses.</source>
        <translation>网络“%1”是内部网络：docker 不会发布其中的端口，因此本机上的程序无法通过发布的地址访问成员。</translation>
    </message>
    <message>
        <source>Use a network that was made without “--internal”, or name none.</source>
        <translation>请使用创建时未带“--internal”的网络，或不指定网络。</translation>
    </message>
</context>
<context>
    <name>WizardRemedies</name>
    <message>
        <source>Call It “%1”</source>
        <translation>命名为“%1”</translation>
    </message>
    <message>
        <source>Propose Free Ports</source>
        <translation>建议空闲端口</translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln Participant(s)</source>
        <translation>
            <numerusform>使用 %Ln 个参与者</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln Member(s) Observers</source>
        <translation>
            <numerusform>将 %Ln 个成员设为观察者</numerusform>
        </translation>
    </message>
    <message>
        <source>Use the Default</source>
        <translation>使用默认值</translation>
    </message>
    <message>
        <source>Publish on 127.0.0.1</source>
        <translation>发布在 127.0.0.1</translation>
    </message>
    <message>
        <source>Use an Own Network</source>
        <translation>使用专用网络</translation>
    </message>
    <message>
        <source>Use a Bridge Network</source>
        <translation>使用桥接网络</translation>
    </message>
    <message>
        <source>Use a Heap of %1 MiB</source>
        <translation>使用 %1 MiB 的堆内存</translation>
    </message>
    <message>
        <source>Add “srvr”</source>
        <translation>添加“srvr”</translation>
    </message>
    <message>
        <source>Remove -Xmx</source>
        <translation>移除 -Xmx</translation>
    </message>
    <message>
        <source>Look Again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Switch Standalone Mode Off</source>
        <translation>关闭单机模式</translation>
    </message>
    <message>
        <source>Listen on 127.0.0.1</source>
        <translation>在 127.0.0.1 上监听</translation>
    </message>
    <message>
        <source>Remove This Line</source>
        <translation>删除此行</translation>
    </message>
    <message>
        <source>Call Them “%1”, …</source>
        <translation>命名为“%1”等</translation>
    </message>
</context>
<context>
    <name>ZnodeActivity</name>
    <message>
        <source>There was no connection to %1 within half a minute. See on the page “Znodes” why, then try again.</source>
        <translation>半分钟内没有连接到 %1。请在“Znode”页面查看原因，然后重试。</translation>
    </message>
    <message>
        <source>The page “Znodes” is connected to something else by now. Choose the cluster %1 and the root %2 there, then try again.</source>
        <translation>“Znode”页面现在连接的是别处。请在那里选择集群 %1 和根 %2，然后重试。</translation>
    </message>
    <message>
        <source>The connection to its cluster was left. What was changed until then stays; no file was written.</source>
        <translation>到其集群的连接已被关闭。此前已更改的内容保持不变；没有写入文件。</translation>
    </message>
    <message>
        <source>%1 of %2 znodes</source>
        <translation>%2 个 znode 中的 %1 个</translation>
    </message>
    <message>
        <source>The cluster was removed before this came to its end.</source>
        <translation>此操作尚未结束，集群就已被移除。</translation>
    </message>
</context>
<context>
    <name>ZnodeConnection</name>
    <message>
        <source>There is no connection to ZooKeeper now. Wait until it is back.</source>
        <translation>现在没有到 ZooKeeper 的连接。请等待它恢复。</translation>
    </message>
    <message>
        <source>This connection only reads. Allow changes first, if you want to make some.</source>
        <translation>此连接只读。如果要更改，请先允许更改。</translation>
    </message>
</context>
<context>
    <name>ZnodeDump</name>
    <message>
        <source>This is no export of znodes that can be read: %1 Nothing was changed. Choose another file, or export again.</source>
        <translation>这不是可读的 znode 导出文件：%1未作任何更改。请选择其他文件，或重新导出。</translation>
    </message>
    <message>
        <source>It has both “text” and “base64”.</source>
        <translation>它同时有“text”和“base64”。</translation>
    </message>
    <message>
        <source>Its “base64” is damaged.</source>
        <translation>其“base64”已损坏。</translation>
    </message>
    <message>
        <source>Its value is no text.</source>
        <translation>其值不是文本。</translation>
    </message>
    <message>
        <source>Its ACL is damaged.</source>
        <translation>其 ACL 已损坏。</translation>
    </message>
    <message>
        <source>It has no ACL.</source>
        <translation>它没有 ACL。</translation>
    </message>
    <message>
        <source>“%1” is no kind of znode.</source>
        <translation>“%1”不是 znode 类型。</translation>
    </message>
    <message>
        <source>Its time to live is out of range.</source>
        <translation>其生存时间超出范围。</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 出现了两次。</translation>
    </message>
    <message>
        <source>The parent of %1 is missing, or comes after it.</source>
        <translation>%1 的父节点缺失，或排在它后面。</translation>
    </message>
    <message>
        <source>It has no znodes.</source>
        <translation>其中没有 znode。</translation>
    </message>
    <message>
        <source>Line %1: %2.</source>
        <translation>第 %1 行：%2。</translation>
    </message>
    <message>
        <source>It is something else.</source>
        <translation>它是别的东西。</translation>
    </message>
    <message>
        <source>A later version of ZooDock wrote this export. Update ZooDock, then import it.</source>
        <translation>此导出文件由更高版本的 ZooDock 写成。请更新 ZooDock，然后再导入。</translation>
    </message>
    <message>
        <source>Entry %1: %2</source>
        <translation>条目 %1：%2</translation>
    </message>
    <message>
        <source>%1 could not be read: %2. Choose another file.</source>
        <translation>无法读取 %1：%2。请选择其他文件。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another place.</source>
        <translation>无法写入 %1：%2。请选择其他位置。</translation>
    </message>
    <message>
        <source>No znode can have its path “%1”.</source>
        <translation>任何 znode 都不能使用其路径“%1”。</translation>
    </message>
</context>
<context>
    <name>ZnodePath</name>
    <message>
        <source>A name is missing. Type one.</source>
        <translation>缺少名称。请输入一个。</translation>
    </message>
    <message>
        <source>“.” and “..” are no names here. Type another one.</source>
        <translation>“.”和“..”在这里不能作为名称。请输入其他名称。</translation>
    </message>
    <message>
        <source>A name has no “/” in it. Leave it out.</source>
        <translation>名称中不能有“/”。请去掉它。</translation>
    </message>
    <message>
        <source>The name has a character that ZooKeeper does not take, such as a line break or a symbol. Remove it.</source>
        <translation>名称中有 ZooKeeper 不接受的字符，例如换行或符号。请删除它。</translation>
    </message>
    <message>
        <source>A path begins with “/”. Put one in front.</source>
        <translation>路径以“/”开头。请在前面加上。</translation>
    </message>
    <message>
        <source>A path does not end with “/”. Remove it.</source>
        <translation>路径不以“/”结尾。请删除它。</translation>
    </message>
    <message>
        <source>The path has two “/” in a row. Remove one.</source>
        <translation>路径中有两个连续的“/”。请删除一个。</translation>
    </message>
</context>
<context>
    <name>ZooKeeper</name>
    <message>
        <source>The server closed the connection without an answer. Look into its log if that goes on.</source>
        <translation>服务器未作回答就关闭了连接。如果持续如此，请查看其日志。</translation>
    </message>
    <message>
        <source>The server runs, but serves nobody: it is looking for a leader. Start enough members for a majority.</source>
        <translation>服务器在运行，但不为任何人服务：它正在寻找领导者。请启动足够形成多数的成员。</translation>
    </message>
    <message>
        <source>The server does not answer status questions. Add “srvr” to its setting 4lw.commands.whitelist.</source>
        <translation>服务器不响应状态查询。请把“srvr”加入其设置 4lw.commands.whitelist。</translation>
    </message>
    <message>
        <source>What listens on this port does not answer like a ZooKeeper server. Check the port.</source>
        <translation>监听此端口的程序不像 ZooKeeper 服务器那样应答。请检查端口。</translation>
    </message>
    <message>
        <source>The connection to ZooKeeper was lost. Whether the request took effect is unknown: look, then try again.</source>
        <translation>到 ZooKeeper 的连接已断开。请求是否生效不得而知：请查看，然后重试。</translation>
    </message>
    <message>
        <source>The session has expired. Connect again, then try again.</source>
        <translation>会话已过期。请重新连接，然后重试。</translation>
    </message>
    <message>
        <source>The server only reads for now: it has lost the majority. Start enough members, then try again.</source>
        <translation>服务器目前只读：它已失去多数。请启动足够的成员，然后重试。</translation>
    </message>
    <message>
        <source>ZooKeeper did not answer in time. Check that a majority of the members runs.</source>
        <translation>ZooKeeper 没有及时应答。请确认多数成员在运行。</translation>
    </message>
    <message>
        <source>ZooKeeper refused the credentials. Correct them, then connect again.</source>
        <translation>ZooKeeper 拒绝了凭据。请更正，然后重新连接。</translation>
    </message>
    <message>
        <source>This is not a valid request. Check the path: it begins with “/” and does not end with one.</source>
        <translation>这不是有效的请求。请检查路径：以“/”开头，不以“/”结尾。</translation>
    </message>
    <message>
        <source>The access list is not valid. Correct it.</source>
        <translation>访问控制列表无效。请更正。</translation>
    </message>
    <message>
        <source>ZooKeeper refused the request. The details show its reason.</source>
        <translation>ZooKeeper 拒绝了请求。详情中有原因。</translation>
    </message>
    <message>
        <source>None of the ZooKeeper servers&apos; host names is known here. Check the connect string, or use addresses.</source>
        <translation>这里不认识任何一个 ZooKeeper 服务器的主机名。请检查连接串，或使用地址。</translation>
    </message>
    <message>
        <source>The znode&apos;s access list does not allow this. Sign in with credentials that it allows.</source>
        <translation>该 znode 的访问控制列表不允许此操作。请用它允许的凭据登录。</translation>
    </message>
    <message>
        <source>The znode does not exist. Somebody may have removed it; look at its parent again.</source>
        <translation>该 znode 不存在。可能有人已删除它；请重新查看其父 znode。</translation>
    </message>
    <message>
        <source>A znode of this name is already there. Choose another name.</source>
        <translation>已有同名 znode。请另选名称。</translation>
    </message>
    <message>
        <source>The znode still has children. Remove them first.</source>
        <translation>该 znode 仍有子 znode。请先删除它们。</translation>
    </message>
    <message>
        <source>Somebody else changed the znode meanwhile. Read it again, then try again.</source>
        <translation>其间有人更改了该 znode。请重新读取，然后重试。</translation>
    </message>
    <message>
        <source>An ephemeral znode cannot have children. Choose another parent.</source>
        <translation>临时 znode 不能有子 znode。请选择其他父 znode。</translation>
    </message>
    <message>
        <source>This server does not know the request: container znodes need ZooKeeper 3.5.3, TTL znodes its setting extendedTypesEnabled. Create an ordinary znode instead, or change the server.</source>
        <translation>此服务器不认识该请求：容器 znode 需要 ZooKeeper 3.5.3，TTL znode 需要设置 extendedTypesEnabled。请改为创建普通 znode，或更改服务器。</translation>
    </message>
    <message>
        <source>The connection to ZooKeeper was lost. Wait until it is back, then try again.</source>
        <translation>与 ZooKeeper 的连接已断开。请等连接恢复后再试。</translation>
    </message>
</context>
<context>
    <name>zoodock::AclDialog</name>
    <message>
        <source>Also for everything &amp;below</source>
        <translation>也应用于其下的一切(&amp;B)</translation>
    </message>
    <message>
        <source>Who May Do What</source>
        <translation>谁可以做什么</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>Lock yourself out of %1?</source>
        <translation>要把自己锁在 %1 之外吗？</translation>
    </message>
    <message>
        <source>With this list, this connection may not read the znode any more. It may still change the list.</source>
        <translation>使用此列表后，此连接将不能再读取该 znode，但仍可更改此列表。</translation>
    </message>
    <message>
        <source>With this list, this connection may not change the list again, and Undo cannot bring the former one back; somebody who still has that right must do it.</source>
        <translation>使用此列表后，此连接将不能再更改此列表，“撤销”也无法恢复原来的列表；只能由仍有该权限的人来恢复。</translation>
    </message>
    <message>
        <source>With this list, this connection may neither read the znode nor change the list again, and Undo cannot bring the former one back; somebody who still has that right must do it.</source>
        <translation>使用此列表后，此连接将既不能读取该 znode，也不能再更改此列表，“撤销”也无法恢复原来的列表；只能由仍有该权限的人来恢复。</translation>
    </message>
    <message>
        <source>With this list, nobody may change the list again but the superuser of the servers, and Undo cannot bring the former one back.</source>
        <translation>使用此列表后，除服务器的超级用户外，任何人都不能再更改此列表，“撤销”也无法恢复原来的列表。</translation>
    </message>
    <message>
        <source>With this list, this connection may not read the znode any more. Nobody may change the list again but the superuser of the servers, and Undo cannot bring the former one back.</source>
        <translation>使用此列表后，此连接将不能再读取该 znode。除服务器的超级用户外，任何人都不能再更改此列表，“撤销”也无法恢复原来的列表。</translation>
    </message>
    <message>
        <source>Nothing is changed so far.</source>
        <translation>目前没有任何更改。</translation>
    </message>
    <message>
        <source>Take &amp;Theirs</source>
        <translation>采用对方的(&amp;T)</translation>
    </message>
    <message>
        <source>Show the list as it is now; what you have entered is gone</source>
        <translation>显示列表现在的内容；您输入的内容将丢失</translation>
    </message>
    <message>
        <source>Somebody else changed this list meanwhile. Set puts yours in the place of theirs:
%1</source>
        <translation>其间其他人更改了此列表。“设置”会用您的列表取代对方的列表：
%1</translation>
    </message>
    <message>
        <source>Somebody else changed this list meanwhile. Below it is as it is now.</source>
        <translation>其间其他人更改了此列表。下面是它现在的内容。</translation>
    </message>
</context>
<context>
    <name>zoodock::AclEditor</name>
    <message>
        <source>&amp;Add Entry</source>
        <translation>添加条目(&amp;A)</translation>
    </message>
</context>
<context>
    <name>zoodock::AclPanel</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>Access control list</source>
        <translation>访问控制列表</translation>
    </message>
    <message>
        <source>Who may do what</source>
        <translation>谁可以做什么</translation>
    </message>
    <message>
        <source>As the server has it</source>
        <translation>服务器中的原始形式</translation>
    </message>
    <message>
        <source>Edit the access control list</source>
        <translation>编辑访问控制列表</translation>
    </message>
    <message>
        <source>Change who may do what</source>
        <translation>更改谁可以做什么</translation>
    </message>
    <message>
        <source>%1:(hash hidden by the server)</source>
        <comment>user of a digest entry</comment>
        <translation>%1:（哈希被服务器隐藏）</translation>
    </message>
</context>
<context>
    <name>zoodock::AclRow</name>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>管理权限</translation>
    </message>
    <message>
        <source>See the value and the list of children</source>
        <translation>查看值和子节点列表</translation>
    </message>
    <message>
        <source>Set the value</source>
        <translation>设置值</translation>
    </message>
    <message>
        <source>Create children</source>
        <translation>创建子节点</translation>
    </message>
    <message>
        <source>Delete children</source>
        <translation>删除子节点</translation>
    </message>
    <message>
        <source>Change this list</source>
        <translation>更改此列表</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Who is signed in here</source>
        <translation>在此登录的身份</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>用户和密码</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP 地址</translation>
    </message>
    <message>
        <source>Whom entry %1 is about</source>
        <translation>条目 %1 针对谁</translation>
    </message>
    <message>
        <source>Identity of entry %1</source>
        <translation>条目 %1 的身份</translation>
    </message>
    <message>
        <source>Password of entry %1</source>
        <translation>条目 %1 的密码</translation>
    </message>
    <message>
        <source>Only its hash goes to the server</source>
        <translation>只有它的哈希会发送到服务器</translation>
    </message>
    <message>
        <source>Remove entry %1</source>
        <translation>删除条目 %1</translation>
    </message>
    <message>
        <source>Remove this entry</source>
        <translation>删除此条目</translation>
    </message>
    <message>
        <source>user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>hash hidden</source>
        <translation>哈希已隐藏</translation>
    </message>
    <message>
        <source>hash unchanged</source>
        <translation>哈希未更改</translation>
    </message>
</context>
<context>
    <name>zoodock::ActTask</name>
    <message>
        <source>Start %1</source>
        <translation>启动 %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>停止 %1</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>重启 %1</translation>
    </message>
    <message>
        <source>Kill %1</source>
        <translation>强制终止 %1</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>暂停 %1</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>恢复 %1</translation>
    </message>
    <message>
        <source>Remove the container of %1</source>
        <translation>移除 %1 的容器</translation>
    </message>
    <message>
        <source>There is no cluster “%1”. Look at the list of clusters for its name.</source>
        <translation>没有集群“%1”。请在集群列表中查看它的名称。</translation>
    </message>
    <message>
        <source>The cluster “%1” has no member with the id %2. Look at its members.</source>
        <translation>集群“%1”没有 id 为 %2 的成员。请查看它的成员。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>names of containers; what failed</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>cluster, member</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>zoodock::ActVerb</name>
    <message>
        <source>These volumes were kept: %1. `zoodock rm %2 --volumes` deletes them.</source>
        <translation>这些数据卷已保留：%1。`zoodock rm %2 --volumes` 会删除它们。</translation>
    </message>
    <message>
        <source>zoodock: “%1” has no member “%2”. `zoodock status %1` lists them.</source>
        <translation>zoodock：“%1”没有成员“%2”。`zoodock status %1` 会列出它们。</translation>
    </message>
    <message>
        <source>“%1” is managed now. Its containers were left as they are.</source>
        <translation>“%1”现在由 ZooDock 管理。其容器保持原样。</translation>
    </message>
    <message>
        <source>“%1” is not managed any more. Its containers were left as they are.</source>
        <translation>“%1”不再由 ZooDock 管理。其容器保持原样。</translation>
    </message>
    <message>
        <source>zoodock: There is no cluster “%1” any more. %2</source>
        <translation>zoodock：已经没有集群“%1”。%2</translation>
    </message>
    <message>
        <source>Of “%1” only volumes were left. These were deleted: %2</source>
        <translation>“%1”只剩下数据卷。已删除这些：%2</translation>
    </message>
    <message>
        <source>Others started “%1”. Let ZooDock manage it first: `zoodock adopt %1`.</source>
        <translation>“%1”是由他人启动的。请先让 ZooDock 管理它：`zoodock adopt %1`。</translation>
    </message>
    <message>
        <source>“%1” is managed already.</source>
        <translation>“%1”已由 ZooDock 管理。</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>Go on?</source>
        <translation>要继续吗？</translation>
    </message>
    <message>
        <source>All members of “%1” run already.</source>
        <translation>“%1”的所有成员都已在运行。</translation>
    </message>
    <message>
        <source>All members of “%1” are stopped already.</source>
        <translation>“%1”的所有成员都已停止。</translation>
    </message>
    <message>
        <source>%1 of “%2” runs already.</source>
        <translation>“%2”的 %1 已在运行。</translation>
    </message>
    <message>
        <source>%1 of “%2” is stopped already.</source>
        <translation>“%2”的 %1 已停止。</translation>
    </message>
    <message>
        <source>“%1” is not managed any more. There were no containers of it left.</source>
        <translation>“%1”不再由 ZooDock 管理。它已没有任何容器。</translation>
    </message>
    <message>
        <source>No member of “%1” runs: nothing was changed.</source>
        <translation>“%1”没有成员在运行：未做任何更改。</translation>
    </message>
    <message>
        <source>All members of “%1” are paused already.</source>
        <translation>“%1”的所有成员都已暂停。</translation>
    </message>
    <message>
        <source>No member of “%1” is paused: nothing was changed.</source>
        <translation>“%1”没有成员处于暂停状态：未做任何更改。</translation>
    </message>
    <message>
        <source>%1 of “%2” does not run: nothing was changed.</source>
        <translation>“%2”的 %1 没有在运行：未做任何更改。</translation>
    </message>
    <message>
        <source>%1 of “%2” is paused already.</source>
        <translation>“%2”的 %1 已暂停。</translation>
    </message>
    <message>
        <source>%1 of “%2” is not paused: nothing was changed.</source>
        <translation>“%2”的 %1 没有暂停：未做任何更改。</translation>
    </message>
</context>
<context>
    <name>zoodock::ActionRules</name>
    <message>
        <source>Others started this cluster. Adopt it first.</source>
        <translation>此集群由他人启动。请先接管它。</translation>
    </message>
    <message>
        <source>Another task is changing this cluster. Wait until it ends, or cancel it.</source>
        <translation>另一个任务正在更改此集群。请等待它结束，或取消它。</translation>
    </message>
    <message>
        <source>Another process is changing this cluster. Wait until it has ended.</source>
        <translation>另一个进程正在更改此集群。请等待它结束。</translation>
    </message>
    <message>
        <source>%1 is paused. Resume it instead.</source>
        <translation>%1 已暂停。请改为恢复它。</translation>
    </message>
    <message>
        <source>%1 runs already.</source>
        <translation>%1 已在运行。</translation>
    </message>
    <message>
        <source>%1 is paused already.</source>
        <translation>%1 已经暂停。</translation>
    </message>
    <message>
        <source>%1 does not run.</source>
        <translation>%1 没有运行。</translation>
    </message>
    <message>
        <source>Nothing is known about %1 yet.</source>
        <translation>尚不了解 %1 的任何情况。</translation>
    </message>
    <message>
        <source>%1 has no container. Start it to make one.</source>
        <translation>%1 没有容器。启动它即可创建。</translation>
    </message>
    <message>
        <source>%1 is not paused.</source>
        <translation>%1 没有暂停。</translation>
    </message>
    <message>
        <source>The cluster&apos;s file cannot be read.</source>
        <translation>无法读取集群的文件。</translation>
    </message>
    <message>
        <source>All members run already.</source>
        <translation>所有成员都已在运行。</translation>
    </message>
    <message>
        <source>No member runs.</source>
        <translation>没有成员在运行。</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>没有选中任何对象。</translation>
    </message>
    <message>
        <source>No cluster is selected.</source>
        <translation>没有选中集群。</translation>
    </message>
    <message>
        <source>The cluster loses its quorum then.</source>
        <translation>集群将因此失去仲裁。</translation>
    </message>
    <message>
        <source>The others elect a new leader then.</source>
        <translation>其余成员将因此选出新的领导者。</translation>
    </message>
</context>
<context>
    <name>zoodock::ActivityBar</name>
    <message>
        <source>%1: %2</source>
        <comment>task, what it is doing</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Tasks and their steps</source>
        <translation>任务及其步骤</translation>
    </message>
    <message>
        <source>Hide the tasks</source>
        <translation>隐藏任务</translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation>显示所有任务</translation>
    </message>
    <message>
        <source>Opens the list at what failed</source>
        <translation>打开列表并转到失败的任务</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failure(s) to read</source>
        <translation>
            <numerusform>%Ln 项失败未查看</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: Undoing …</source>
        <comment>task</comment>
        <translation>%1：正在撤销…</translation>
    </message>
    <message>
        <source>%1: Undoing: %2</source>
        <comment>task, a step</comment>
        <translation>%1：正在撤销：%2</translation>
    </message>
    <message>
        <source>%1: Cancelling …</source>
        <comment>task</comment>
        <translation>%1：正在取消…</translation>
    </message>
    <message>
        <source>%1: Cancelling: %2</source>
        <comment>task, a step</comment>
        <translation>%1：正在取消：%2</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>In an earlier start of ZooDock: %1</source>
        <comment>Create orders: failed</comment>
        <translation>ZooDock 以前启动时：%1</translation>
    </message>
    <message numerus="yes">
        <source>In earlier starts of ZooDock: %1, and %Ln other failure(s)</source>
        <comment>Create orders: failed</comment>
        <translation>
            <numerusform>ZooDock 以前启动时：%1，另有 %Ln 项失败</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: interrupted</source>
        <comment>task</comment>
        <translation>%1：已中断</translation>
    </message>
</context>
<context>
    <name>zoodock::ActivityHistory</name>
    <message>
        <source>en</source>
        <comment>language code</comment>
        <extracomment>The code of the language that this is translated into: zh_CN, not its name.</extracomment>
        <translation>zh_CN</translation>
    </message>
</context>
<context>
    <name>zoodock::ActivityModel</name>
    <message>
        <source>%1 s</source>
        <comment>elapsed seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>task, state</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>step, state</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>What</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>已用时间</translation>
    </message>
</context>
<context>
    <name>zoodock::AdminRequest</name>
    <message>
        <source>The AdminServer does not answer in time. The server may be frozen or overloaded; look into its log.</source>
        <translation>AdminServer 没有及时应答。服务器可能已冻结或过载；请查看其日志。</translation>
    </message>
    <message>
        <source>What listens on this port does not answer like ZooKeeper&apos;s AdminServer. Check the port.</source>
        <translation>监听此端口的程序不像 ZooKeeper 的 AdminServer 那样应答。请检查端口。</translation>
    </message>
    <message>
        <source>The AdminServer cannot tell that now: the server serves nobody as long as there is no leader.</source>
        <translation>AdminServer 现在无法回答：没有领导者时，服务器不为任何人服务。</translation>
    </message>
    <message>
        <source>The AdminServer refused the question (status %1). This version may not know it.</source>
        <translation>AdminServer 拒绝了查询（状态 %1）。此版本可能不认识它。</translation>
    </message>
    <message>
        <source>Nothing listens at the AdminServer&apos;s port. It may be switched off, or another port be set.</source>
        <translation>AdminServer 的端口无人监听。它可能已关闭，或设置了其他端口。</translation>
    </message>
    <message>
        <source>The server&apos;s host name is unknown here. Check it, or use an address.</source>
        <translation>这里不认识服务器的主机名。请检查它，或使用地址。</translation>
    </message>
    <message>
        <source>The connection to the AdminServer broke. Check that the network reaches it.</source>
        <translation>到 AdminServer 的连接断开了。请确认网络可以连通。</translation>
    </message>
</context>
<context>
    <name>zoodock::AnswerView</name>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>zoodock::ApplyTask</name>
    <message>
        <source>Change the settings of %1</source>
        <translation>更改 %1 的设置</translation>
    </message>
    <message>
        <source>Look at what is there</source>
        <translation>查看现有情况</translation>
    </message>
    <message>
        <source>An earlier change of “%1” was not finished. Finish it first.</source>
        <translation>对“%1”的先前更改尚未完成。请先完成它。</translation>
    </message>
    <message>
        <source>There is no cluster “%1”. Look at the list of clusters for its name.</source>
        <translation>没有集群“%1”。请在集群列表中查看它的名称。</translation>
    </message>
    <message>
        <source>Make %1 anew with its data</source>
        <translation>重建 %1，数据保留</translation>
    </message>
    <message>
        <source>On the way back %1 could not be made to serve again: %2</source>
        <translation>恢复过程中 %1 未能重新提供服务：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 members have the new settings already (%2). Apply on the page “Settings” gives them to all; Discard Changes and Apply there bring back those before.</source>
        <translation>
            <numerusform>%1 个成员中已有 %Ln 个采用新设置（%2）。在“设置”页面上点击“应用”会让全部成员采用新设置；先点击“放弃更改”再点击“应用”则恢复之前的设置。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is already a container “%1” that does not belong to this cluster. Remove or rename it, and apply again.</source>
        <translation>已经有不属于此集群的容器“%1”。请将其删除或改名，然后再次应用。</translation>
    </message>
    <message>
        <source>The settings from before are back on %1.</source>
        <comment>members</comment>
        <translation>%1 已恢复为原来的设置。</translation>
    </message>
    <message>
        <source>The settings from before are back on %1, stopped as before.</source>
        <comment>members</comment>
        <translation>%1 已恢复为原来的设置，并且像之前一样处于停止状态。</translation>
    </message>
</context>
<context>
    <name>zoodock::Autopsy</name>
    <message>
        <source>A port that %1 needs was taken in the meantime. Let new ports be proposed, then try again.</source>
        <translation>%1 需要的端口其间已被占用。请让 ZooDock 建议新端口，然后重试。</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>what happened so far; a container; what its log tells</comment>
        <translation>%1 %2：%3</translation>
    </message>
    <message>
        <source>%1 The ends of the logs stand with this failure.</source>
        <comment>what happened</comment>
        <translation>%1日志的末尾附在此次失败的信息中。</translation>
    </message>
</context>
<context>
    <name>zoodock::Banner</name>
    <message>
        <source>Show what the programs said</source>
        <translation>显示程序的输出</translation>
    </message>
    <message>
        <source>Detail&amp;s</source>
        <translation>详情(&amp;S)</translation>
    </message>
</context>
<context>
    <name>zoodock::ChangeBase</name>
    <message>
        <source>The value has %1 bytes; the server takes no request above %2 (jute.maxbuffer). Shorten it, or raise the limit on every server.</source>
        <translation>值有 %1 字节；服务器不接受超过 %2 的请求（jute.maxbuffer）。请缩短它，或在每个服务器上提高上限。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有更改任何内容。</translation>
    </message>
    <message>
        <source>The session ended before everything was read.</source>
        <translation>尚未读完全部内容，会话就结束了。</translation>
    </message>
    <message>
        <source>Try it again.</source>
        <translation>请重试。</translation>
    </message>
</context>
<context>
    <name>zoodock::ChangeDialog</name>
    <message>
        <source>Change the Settings of %1</source>
        <translation>更改 %1 的设置</translation>
    </message>
    <message>
        <source>This changes:</source>
        <translation>将会更改：</translation>
    </message>
    <message>
        <source>These members are made anew, with their data, all at once:</source>
        <translation>以下成员将同时重建，数据保留：</translation>
    </message>
    <message>
        <source>These members are made anew, with their data, in this order:</source>
        <translation>以下成员将按此顺序重建，数据保留：</translation>
    </message>
    <message>
        <source>There is no quorum for a while: programs that use the cluster have to wait until it is back.</source>
        <translation>其间暂时没有仲裁：使用该集群的程序须等到仲裁恢复。</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>更改的内容</translation>
    </message>
    <message>
        <source>the settings of the cluster&apos;s file</source>
        <translation>集群文件中的设置</translation>
    </message>
    <message>
        <source>%1 (leader)</source>
        <translation>%1（领导者）</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Container that is made anew</source>
        <translation>将重建的容器</translation>
    </message>
    <message>
        <source>Volumes that stay</source>
        <translation>保留的数据卷</translation>
    </message>
    <message>
        <source>Members that are made anew</source>
        <translation>将重建的成员</translation>
    </message>
    <message>
        <source>No container has to be made anew; only the cluster&apos;s file is written.</source>
        <translation>无须重建任何容器，只写入集群文件。</translation>
    </message>
    <message>
        <source>The image %1 is pulled first.</source>
        <translation>先拉取镜像 %1。</translation>
    </message>
    <message>
        <source>Members that do not run are started.</source>
        <translation>未运行的成员会启动。</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>setting, now, then</comment>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>Cancelling on the way puts all of them back to what they were.</source>
        <translation>中途取消会把它们全部恢复原状。</translation>
    </message>
    <message>
        <source>Each member has to serve again before the next one goes. Cancelling on the way puts the member in hand back to what it was and stops there.</source>
        <translation>每个成员恢复服务后，才轮到下一个。中途取消会把正在处理的成员恢复原状，并到此为止。</translation>
    </message>
    <message>
        <source>Cancelling on the way puts the member back to what it was.</source>
        <translation>中途取消会把该成员恢复原状。</translation>
    </message>
</context>
<context>
    <name>zoodock::ChangeNotice</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Take back the last change that was made here</source>
        <translation>撤销在此所作的最后一次更改</translation>
    </message>
</context>
<context>
    <name>zoodock::ClusterActions</name>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Copy Connect String for Host Programs</source>
        <translation>复制供主机程序使用的连接串(&amp;C)</translation>
    </message>
    <message>
        <source>Copy Connect String for the &amp;Docker Network</source>
        <translation>复制供 Docker 网络使用的连接串(&amp;D)</translation>
    </message>
    <message>
        <source>No cluster is selected.</source>
        <translation>没有选中集群。</translation>
    </message>
    <message>
        <source>Start all members that do not run</source>
        <translation>启动所有未运行的成员</translation>
    </message>
    <message>
        <source>Stop all members; their data stays</source>
        <translation>停止所有成员；数据会保留</translation>
    </message>
    <message>
        <source>Restart all members at once</source>
        <translation>同时重启所有成员</translation>
    </message>
    <message>
        <source>End all members at once, without a warning (SIGKILL)</source>
        <translation>立即结束所有成员，不作警告（SIGKILL）</translation>
    </message>
    <message>
        <source>Freeze all members; they stop answering</source>
        <translation>冻结所有成员；它们不再应答</translation>
    </message>
    <message>
        <source>Let all paused members go on</source>
        <translation>让所有已暂停的成员继续</translation>
    </message>
    <message>
        <source>Remove the cluster&apos;s containers, network and file</source>
        <translation>移除集群的容器、网络和文件</translation>
    </message>
    <message>
        <source>Select one cluster.</source>
        <translation>请选择一个集群。</translation>
    </message>
    <message>
        <source>Copy the addresses for programs on this machine</source>
        <translation>复制供本机程序使用的地址</translation>
    </message>
    <message>
        <source>Copy the addresses for programs in containers of the same network</source>
        <translation>复制供同一网络中容器内程序使用的地址</translation>
    </message>
    <message>
        <source>Others started this cluster. Adopt it first.</source>
        <translation>此集群由他人启动。请先接管它。</translation>
    </message>
    <message>
        <source>The cluster&apos;s file cannot be read.</source>
        <translation>无法读取集群的文件。</translation>
    </message>
    <message>
        <source>Wait until the change of this cluster has ended.</source>
        <translation>请等待此集群的更改结束。</translation>
    </message>
    <message>
        <source>&amp;Give Back</source>
        <translation>取消接管(&amp;G)</translation>
    </message>
    <message>
        <source>Name, Notes and Co&amp;lour…</source>
        <translation>名称、备注和颜色(&amp;L)…</translation>
    </message>
    <message>
        <source>Restart one member after the other, the leader last; the quorum stays</source>
        <translation>逐个重启成员，领导者最后；仲裁保持不变</translation>
    </message>
    <message>
        <source>Take back the adoption: the file goes, the containers stay as they are</source>
        <translation>取消接管：文件删除，容器保持原样</translation>
    </message>
    <message>
        <source>What you call the cluster, notes about it, and a mark in the sidebar</source>
        <translation>您对集群的称呼、有关它的备注以及侧栏中的标记</translation>
    </message>
    <message>
        <source>Opens the wizard for a new cluster, filled in with what this one has</source>
        <translation>打开新建集群的向导，并填入此集群的内容</translation>
    </message>
    <message>
        <source>Duplic&amp;ate…</source>
        <translation>另建副本(&amp;A)…</translation>
    </message>
    <message>
        <source>The cluster is on the host&apos;s own network: all programs use the connect string for host programs.</source>
        <translation>此集群在主机网络上：所有程序都使用供主机程序使用的连接串。</translation>
    </message>
</context>
<context>
    <name>zoodock::ClusterBanners</name>
    <message>
        <source>The file of this cluster cannot be read, and is left as it is.</source>
        <translation>此集群的文件无法读取，已保持原样。</translation>
    </message>
    <message>
        <source>This cluster has no file. It was rebuilt from the labels of its containers.</source>
        <translation>此集群没有文件。它是根据容器的标签重建的。</translation>
    </message>
    <message>
        <source>Save &amp;File</source>
        <translation>保存文件(&amp;F)</translation>
    </message>
    <message>
        <source>Members that answer are still shown as they are; everything else waits for the engine. %1</source>
        <translation>有应答的成员仍如实显示；其余信息要等引擎恢复应答。%1</translation>
    </message>
    <message>
        <source>“%1” is half made: its creation was interrupted.</source>
        <translation>“%1”只创建了一半：创建过程被中断。</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>完成(&amp;F)</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>关闭(&amp;D)</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>path, what is wrong with it</comment>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Remove File…</source>
        <translation>移除文件…</translation>
    </message>
    <message>
        <source>Takes the file out of the way and keeps it under another name</source>
        <translation>把文件移开，并以另一个名称保留</translation>
    </message>
    <message>
        <source>Others started this cluster; ZooDock has found it and only looks at it.</source>
        <translation>此集群由他人启动；ZooDock 发现了它，只查看而不管理。</translation>
    </message>
    <message>
        <source>After its adoption its members can be started, stopped and paused from here. The containers are left as they are.</source>
        <translation>接管之后，可以在这里启动、停止和暂停其成员。容器保持原样。</translation>
    </message>
    <message>
        <source>&amp;Adopt</source>
        <translation>接管(&amp;A)</translation>
    </message>
    <message>
        <source>Sho&amp;w Commands</source>
        <translation>显示命令(&amp;W)</translation>
    </message>
    <message>
        <source>Chan&amp;ge Ports…</source>
        <translation>更改端口(&amp;G)…</translation>
    </message>
    <message>
        <source>“%1” is half removed: its removal was interrupted.</source>
        <translation>“%1”只移除了一半：移除过程被中断。</translation>
    </message>
    <message>
        <source>Finish makes what is missing again; Remove… takes the rest away.</source>
        <translation>“完成”会重新创建缺少的部分；“移除…”会移除剩下的部分。</translation>
    </message>
    <message>
        <source>A change of the settings of “%1” was interrupted.</source>
        <translation>对“%1”设置的更改被中断。</translation>
    </message>
    <message>
        <source>Some members may have the new settings, and others those before. Finish carries the change through: it makes the others anew, with their data.</source>
        <translation>有些成员可能已采用新设置，其他成员仍是之前的设置。“完成”会完成这次更改：其余成员将保留数据重新创建。</translation>
    </message>
    <message>
        <source>Whether the members serve is not known before the engine answers. %1</source>
        <translation>在引擎应答之前，无法得知各成员是否在提供服务。%1</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>已复制 %1</translation>
    </message>
    <message>
        <source>Shows what can be done, and Docker&apos;s other contexts</source>
        <translation>显示可以采取的措施以及 Docker 的其他上下文</translation>
    </message>
    <message>
        <source>Chan&amp;ge Settings…</source>
        <translation>更改设置(&amp;G)…</translation>
    </message>
    <message>
        <source>Cop&amp;y Command</source>
        <translation>复制命令(&amp;Y)</translation>
    </message>
    <message>
        <source>Other Conte&amp;xts…</source>
        <translation>其他上下文(&amp;X)…</translation>
    </message>
</context>
<context>
    <name>zoodock::ClusterCreator</name>
    <message>
        <source>Create %1</source>
        <translation>创建 %1</translation>
    </message>
    <message>
        <source>Look at the engine</source>
        <translation>查看引擎</translation>
    </message>
    <message>
        <source>Plan what has to be made</source>
        <translation>规划要创建的内容</translation>
    </message>
</context>
<context>
    <name>zoodock::ClusterEditor</name>
    <message>
        <source>Kinds of settings</source>
        <translation>设置类别</translation>
    </message>
    <message>
        <source>The members keep no data in named volumes: made anew with other settings, they would lose it. Duplicate the cluster and change the copy.</source>
        <translation>成员的数据没有保存在命名卷中：以其他设置重建会丢失数据。请为此集群另建副本，再更改副本。</translation>
    </message>
    <message>
        <source>An earlier change of this cluster was interrupted. Finish it first, on the page “Overview”.</source>
        <translation>此集群先前的一次更改被中断了。请先在“概览”页上完成它。</translation>
    </message>
    <message>
        <source>The cluster is gone.</source>
        <translation>集群已不存在。</translation>
    </message>
    <message>
        <source>Looking at the engine …</source>
        <translation>正在查看引擎…</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有更改。</translation>
    </message>
    <message>
        <source>Another task is changing this cluster. Wait until it ends, or cancel it.</source>
        <translation>另一个任务正在更改此集群。请等它结束，或取消它。</translation>
    </message>
    <message>
        <source>Another process is changing this cluster. Wait until it has ended.</source>
        <translation>另一个进程正在更改此集群。请等它结束。</translation>
    </message>
    <message>
        <source>First mend what stands in the way.</source>
        <translation>请先改正有问题的内容。</translation>
    </message>
    <message>
        <source>Made with other settings than these, by a change that was cancelled: %1. Apply makes all members alike.</source>
        <translation>因一次取消的更改，以下成员的设置与此不同：%1。应用后所有成员将一致。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) changed.</source>
        <translation>
            <numerusform>已更改 %Ln 项设置。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 No container has to be made anew.</source>
        <comment>how many changes</comment>
        <translation>%1无须重建任何容器。</translation>
    </message>
    <message>
        <source>%1 Made anew, with their data: %2.</source>
        <comment>how many changes, names of members</comment>
        <translation>%1将重建的成员（数据保留）：%2。</translation>
    </message>
    <message>
        <source>These settings are being applied. The line at the bottom of the window tells how far it is.</source>
        <translation>正在应用这些设置。窗口底部的一行显示进度。</translation>
    </message>
</context>
<context>
    <name>zoodock::ClusterHeader</name>
    <message>
        <source>host network</source>
        <translation>主机网络</translation>
    </message>
    <message>
        <source>bridge network</source>
        <translation>桥接网络</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln 个成员</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>members, image, network</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1 the cluster</source>
        <comment>action</comment>
        <translation>%1集群</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>cluster&apos;s own name, members</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>zoodock::ClusterPage</name>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Views of the cluster</source>
        <translation>集群的视图</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>view, its shortcut</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>zoodock::ClusterRepository</name>
    <message>
        <source>The file “%1.json” holds a cluster of another name, “%2”. Rename the file, or correct the name inside.</source>
        <translation>文件“%1.json”中是另一个名称的集群“%2”。请重命名文件，或更正其中的名称。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be used. %2</source>
        <translation>无法使用文件“%1”。%2</translation>
    </message>
    <message>
        <source>The file “%1” is damaged. %2 Repair it with a text editor, or remove the cluster: a copy of the file is kept then.</source>
        <translation>文件“%1”已损坏。%2请用文本编辑器修复，或移除集群：届时会保留文件的副本。</translation>
    </message>
    <message>
        <source>There is no cluster “%1”. Look at the list of clusters for its name.</source>
        <translation>没有集群“%1”。请在集群列表中查看它的名称。</translation>
    </message>
    <message>
        <source>The file of the cluster “%1” cannot be read, and is left as it is. Repair “%2” or move it away, then try again.</source>
        <translation>集群“%1”的文件无法读取，已保持原样。请修复“%2”或把它移走，然后重试。</translation>
    </message>
    <message>
        <source>Another process is writing into “%1”. Try again in a moment.</source>
        <translation>另一个进程正在写入“%1”。请稍后重试。</translation>
    </message>
    <message>
        <source>“%1” could not be renamed. Allow yourself to write into its folder, then try again.</source>
        <translation>无法重命名“%1”。请确保您有权写入其所在文件夹，然后重试。</translation>
    </message>
    <message>
        <source>“%1” could not be removed. Allow yourself to write into its folder, then try again.</source>
        <translation>无法移除“%1”。请确保您有权写入其所在文件夹，然后重试。</translation>
    </message>
    <message>
        <source>“%1” could not be written. Allow yourself to write into this folder, then try again.</source>
        <translation>无法写入“%1”。请确保您有权写入此文件夹，然后重试。</translation>
    </message>
    <message>
        <source>The cluster “%1” is being changed by process %2. Wait until that has ended, then try again.</source>
        <translation>集群“%1”正被进程 %2 更改。请等待它结束，然后重试。</translation>
    </message>
    <message>
        <source>“%1” cannot be opened. Allow yourself to read it.</source>
        <translation>无法打开“%1”。请确保您有权读取它。</translation>
    </message>
</context>
<context>
    <name>zoodock::ClusterSettingsPage</name>
    <message>
        <source>No cluster is selected.</source>
        <translation>没有选择集群。</translation>
    </message>
    <message>
        <source>The cluster&apos;s file cannot be read. The page “Overview” tells what can be done.</source>
        <translation>无法读取集群文件。“概览”页上说明了可以怎么办。</translation>
    </message>
    <message>
        <source>Nothing is known about its members yet.</source>
        <translation>对它的成员还一无所知。</translation>
    </message>
    <message>
        <source>The settings of “%1” have been changed since. Look at what would be changed now, and apply it here.</source>
        <translation>“%1”的设置在此之后已被更改。请查看现在将会更改什么，然后在此处应用。</translation>
    </message>
    <message>
        <source>Others started this cluster, so ZooDock does not know how its containers were made. The configuration that its servers use is on the page “Server” (conf).</source>
        <translation>此集群由他人启动，ZooDock 不知道它的容器是怎样创建的。服务器采用的配置在“服务器”页上（conf）。</translation>
    </message>
    <message>
        <source>The compose project “%1” made these containers. Change its compose file, and let compose make them anew. The configuration that the servers use now is on the page “Server” (conf).</source>
        <translation>这些容器由 compose 项目“%1”创建。请更改它的 compose 文件，并由 compose 重建。服务器目前采用的配置在“服务器”页上（conf）。</translation>
    </message>
    <message>
        <source>This cluster was adopted: how its containers were made is not known, so ZooDock cannot make them anew with other settings. The configuration that the servers use is on the page “Server” (conf).</source>
        <translation>此集群是接管来的：不知道它的容器是怎样创建的，因此 ZooDock 无法以其他设置重建它们。服务器采用的配置在“服务器”页上（conf）。</translation>
    </message>
</context>
<context>
    <name>zoodock::ClusterStore</name>
    <message>
        <source>%1 (%2)</source>
        <comment>name, title of a cluster</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>zoodock::ClusterTask</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>being undone</source>
        <translation>正在撤销</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>could not be undone</source>
        <translation>无法撤销</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>正在撤销</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1: done</source>
        <comment>task</comment>
        <translation>%1：完成</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <comment>task</comment>
        <translation>%1：失败</translation>
    </message>
    <message>
        <source>%1: cancelled</source>
        <comment>task</comment>
        <translation>%1：已取消</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state or step, what it is doing</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>%1: not finished</source>
        <comment>task</comment>
        <translation>%1：未完成</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>未完成</translation>
    </message>
</context>
<context>
    <name>zoodock::ClusterTreeModel</name>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>changing</source>
        <translation>正在更改</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>quorum</source>
        <translation>有仲裁</translation>
    </message>
    <message>
        <source>no quorum</source>
        <translation>无仲裁</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 Its file is missing; it was rebuilt from the containers&apos; labels.</source>
        <translation>%1：%2其文件缺失；已根据容器的标签重建。</translation>
    </message>
    <message>
        <source>no published client port</source>
        <translation>没有发布的客户端端口</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>member, state, address</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Started by others</source>
        <translation>由他人启动</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>A change of %1 was interrupted. Its page “Overview” tells what can be done.</source>
        <translation>对 %1 的更改被中断。它的“概览”页会说明可以怎么做。</translation>
    </message>
</context>
<context>
    <name>zoodock::ClusterWizard</name>
    <message>
        <source>New Cluster</source>
        <translation>新建集群</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>← Bac&amp;k</source>
        <translation>← 上一步(&amp;K)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking at the engine …</source>
        <translation>正在查看引擎…</translation>
    </message>
    <message>
        <source>C&amp;reate</source>
        <translation>创建(&amp;R)</translation>
    </message>
    <message>
        <source>Ne&amp;xt →</source>
        <translation>下一步(&amp;X) →</translation>
    </message>
    <message>
        <source>Create the cluster</source>
        <translation>创建集群</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>First mend what stands in the way.</source>
        <translation>请先解决妨碍继续的问题。</translation>
    </message>
    <message>
        <source>Discard what you entered?</source>
        <translation>放弃已输入的内容？</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>继续编辑(&amp;G)</translation>
    </message>
    <message>
        <source>New Cluster: Duplicate of %1</source>
        <translation>新建集群：%1 的副本</translation>
    </message>
    <message>
        <source>New Cluster: Change %1</source>
        <translation>新建集群：更改 %1</translation>
    </message>
</context>
<context>
    <name>zoodock::Command</name>
    <message numerus="yes">
        <source>“%1” did not answer within %Ln second(s) and was stopped. Try again; if it stays silent, check that what it talks to is up.</source>
        <translation>
            <numerusform>“%1”在 %Ln 秒内没有应答，已被停止。请重试；如果一直没有应答，请检查它所连接的对象是否在运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” could not be started. Install it, or correct its path in ZooDock&apos;s settings.</source>
        <translation>无法启动“%1”。请安装它，或在 ZooDock 的设置中更正其路径。</translation>
    </message>
    <message>
        <source>“%1” ended abruptly: it crashed or was killed. Try again; if it happens again, reinstall it.</source>
        <translation>“%1”意外退出：它崩溃了或被强制终止。请重试；如果再次发生，请重新安装它。</translation>
    </message>
</context>
<context>
    <name>zoodock::CommandsDialog</name>
    <message>
        <source>Commands of “%1”</source>
        <translation>“%1”的命令</translation>
    </message>
    <message>
        <source>&amp;What ZooDock tells Docker, in this order. Secrets are shown as ***.</source>
        <translation>ZooDock 依次执行的 Docker 命令(&amp;W)。机密信息显示为 ***。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>&amp;Copy All</source>
        <translation>全部复制(&amp;C)</translation>
    </message>
    <message>
        <source>No command was run.</source>
        <translation>没有运行命令。</translation>
    </message>
</context>
<context>
    <name>zoodock::ConflictDialog</name>
    <message>
        <source>Changed Meanwhile</source>
        <translation>其间已更改</translation>
    </message>
    <message>
        <source>Deleted Meanwhile</source>
        <translation>其间已删除</translation>
    </message>
    <message>
        <source>Somebody else changed %1 since you read it.</source>
        <translation>自您读取后，有人更改了 %1。</translation>
    </message>
    <message>
        <source>Somebody else deleted %1 since you read it.</source>
        <translation>自您读取后，有人删除了 %1。</translation>
    </message>
    <message>
        <source>As you read it (version %1)</source>
        <translation>您读取时的内容（版本 %1）</translation>
    </message>
    <message>
        <source>On the server now (version %1, %2)</source>
        <translation>服务器上现在的内容（版本 %1，%2）</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>您的内容</translation>
    </message>
    <message>
        <source>&amp;Keep Editing</source>
        <translation>继续编辑(&amp;K)</translation>
    </message>
    <message>
        <source>Take &amp;Theirs</source>
        <translation>采用对方的(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Forget Mine</source>
        <translation>放弃我的(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Overwrite with Mine</source>
        <translation>用我的覆盖(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Create with Mine</source>
        <translation>用我的创建(&amp;C)</translation>
    </message>
    <message>
        <source>The cluster was made anew since you read %1, and has another one.</source>
        <translation>自您读取 %1 以来，集群已重新创建，现有的是另一个。</translation>
    </message>
    <message>
        <source>The cluster was made anew since you read %1, and has none.</source>
        <translation>自您读取 %1 以来，集群已重新创建，其中没有它。</translation>
    </message>
</context>
<context>
    <name>zoodock::ConnectPanel</name>
    <message>
        <source>Connect string for programs on this machine</source>
        <translation>供本机程序使用的连接串</translation>
    </message>
    <message>
        <source>Copy the connect string for programs on this machine</source>
        <translation>复制供本机程序使用的连接串</translation>
    </message>
    <message>
        <source>&amp;Inside the Docker network:</source>
        <translation>在 Docker 网络内(&amp;I)：</translation>
    </message>
    <message>
        <source>Connect string for programs inside the Docker network</source>
        <translation>供 Docker 网络内程序使用的连接串</translation>
    </message>
    <message>
        <source>Copy the connect string for programs inside the Docker network</source>
        <translation>复制供 Docker 网络内程序使用的连接串</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>No client port is published.</source>
        <translation>没有发布客户端端口。</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>已复制 %1</translation>
    </message>
    <message>
        <source>For &amp;programs on this machine:</source>
        <translation>供本机上的程序使用(&amp;P)：</translation>
    </message>
    <message>
        <source>No member has a container.</source>
        <translation>没有任何成员有容器。</translation>
    </message>
    <message>
        <source>In Docker&apos;s default network names do not resolve. These are the containers&apos; addresses; they may change when one is started again.</source>
        <translation>在 Docker 的默认网络中无法解析名称。这里显示的是容器的地址；容器重新启动后地址可能改变。</translation>
    </message>
    <message>
        <source>No container&apos;s address is known.</source>
        <translation>尚不知道任何容器的地址。</translation>
    </message>
</context>
<context>
    <name>zoodock::ConnectionDialog</name>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>none: the whole tree</source>
        <translation>无：整棵树</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>登录身份</translation>
    </message>
    <message>
        <source>&amp;Chroot:</source>
        <translation>Chroot 路径(&amp;C)：</translation>
    </message>
    <message>
        <source>&amp;Sign in as:</source>
        <translation>登录身份(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>用户(&amp;U)：</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>密码(&amp;P)：</translation>
    </message>
    <message>
        <source>C&amp;onnect</source>
        <translation>连接(&amp;O)</translation>
    </message>
    <message>
        <source>A user&apos;s name has no colon. Leave it out.</source>
        <translation>用户名中不能有冒号。请去掉它。</translation>
    </message>
    <message>
        <source>Nobody. Enter a user and a password below to sign in.</source>
        <translation>尚未登录。请在下方输入用户和密码来登录。</translation>
    </message>
</context>
<context>
    <name>zoodock::ConnectionHint</name>
    <message>
        <source>Show the &amp;Whole Tree</source>
        <translation>显示整棵树(&amp;W)</translation>
    </message>
    <message>
        <source>%1 is paused and answers nobody.</source>
        <translation>%1 已暂停，不应答任何请求。</translation>
    </message>
    <message>
        <source>No member of %1 answers: they are paused.</source>
        <translation>%1 没有成员应答：它们已暂停。</translation>
    </message>
    <message>
        <source>%1 does not run.</source>
        <translation>%1 没有运行。</translation>
    </message>
    <message>
        <source>No member of %1 runs.</source>
        <translation>%1 没有成员在运行。</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Start the Cluster</source>
        <translation>启动集群(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Start the Member</source>
        <translation>启动成员(&amp;S)</translation>
    </message>
    <message>
        <source>This cluster has no znode %1, below which this connection looks (its chroot).</source>
        <translation>此集群中没有 znode %1，而此连接只查看它下面的内容（Chroot 路径）。</translation>
    </message>
    <message>
        <source>Create %1, open to everybody and without a value</source>
        <translation>创建 %1，对所有人开放且没有值</translation>
    </message>
    <message>
        <source>Connect without a chroot</source>
        <translation>不使用 Chroot 路径连接</translation>
    </message>
    <message>
        <source>Create &amp;It</source>
        <translation>创建它(&amp;I)</translation>
    </message>
</context>
<context>
    <name>zoodock::ConnectionLine</name>
    <message>
        <source>Name</source>
        <translation>名称解析</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>○ %1</source>
        <comment>step that waits</comment>
        <translation>○ %1</translation>
    </message>
    <message>
        <source>… %1</source>
        <comment>step under way</comment>
        <translation>… %1</translation>
    </message>
    <message>
        <source>✓ %1 %2 ms</source>
        <comment>step done, its time</comment>
        <translation>✓ %1 %2 毫秒</translation>
    </message>
    <message>
        <source>✗ %1 %2 ms</source>
        <comment>step failed, its time</comment>
        <translation>✗ %1 %2 毫秒</translation>
    </message>
    <message>
        <source>Connect to</source>
        <translation>连接到</translation>
    </message>
    <message>
        <source>All members: the session moves to another one when its member fails</source>
        <translation>所有成员：成员失效时会话转到另一个成员</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>While this is on, ZooDock changes nothing in this cluster</source>
        <translation>开启时，ZooDock 不会更改此集群中的任何内容</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <source>Chroot, and whom to sign in as</source>
        <translation>Chroot 路径，以及以谁的身份登录</translation>
    </message>
    <message>
        <source>Connected to %1, which has lost the majority and only reads for now.</source>
        <translation>已连接到 %1，它已失去多数，目前只读。</translation>
    </message>
    <message>
        <source>Connected to %1, below %2, session %3</source>
        <translation>已连接到 %1，Chroot 路径 %2，会话 %3</translation>
    </message>
    <message>
        <source>Connected to %1, session %2</source>
        <translation>已连接到 %1，会话 %2</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>正在连接到 %1</translation>
    </message>
    <message>
        <source>The connection is broken: what you see may be old. Trying again.</source>
        <translation>连接已断开：您看到的可能是旧内容。正在重试。</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Not connected: %1</source>
        <translation>未连接：%1</translation>
    </message>
    <message>
        <source>%1, signed in as %2</source>
        <extracomment>%1 is “Connected to …, session …”, %2 the names of users</extracomment>
        <translation>%1，登录身份为 %2</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <comment>step done</comment>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>%1 (%2 ms): %3</source>
        <extracomment>a server that was tried in vain, the time that took, the reason</extracomment>
        <translation>%1（%2 毫秒）：%3</translation>
    </message>
</context>
<context>
    <name>zoodock::ConnectionQuestions</name>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Connect anew, and lose ephemeral znodes?</source>
        <translation>要重新连接并失去临时 znode 吗？</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ephemeral znode(s) that you created belong to the present connection: ZooKeeper deletes them when it ends.</source>
        <translation>
            <numerusform>您创建的 %Ln 个临时 znode 属于当前连接：连接结束时 ZooKeeper 会删除它们。</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect &amp;Anew</source>
        <translation>重新连接(&amp;A)</translation>
    </message>
    <message>
        <source>Connect anew while something is being done through this connection?</source>
        <translation>此连接上还有操作正在进行，仍要重新连接吗？</translation>
    </message>
</context>
<context>
    <name>zoodock::CreateChange</name>
    <message>
        <source>%1 does not exist. Create it first, or let missing parents be created.</source>
        <translation>%1 不存在。请先创建它，或允许创建缺少的父节点。</translation>
    </message>
    <message>
        <source>The chroot %1 does not exist. Create it first (“Create It”), or let missing znodes above this one be made.</source>
        <translation>Chroot 路径 %1 不存在。请先创建它（“创建它”），或允许创建上面缺少的 znode。</translation>
    </message>
</context>
<context>
    <name>zoodock::CreateDialog</name>
    <message>
        <source>Stays until somebody deletes it.</source>
        <translation>一直保留，直到有人删除它。</translation>
    </message>
    <message>
        <source>The server deletes it some time after its last child went. Needs ZooKeeper 3.5 or later.</source>
        <translation>最后一个子节点消失一段时间后，服务器会删除它。需要 ZooKeeper 3.5 或更高版本。</translation>
    </message>
    <message>
        <source>The server deletes it once nobody changed it for that time and it has no children. Needs ZooKeeper 3.5.3 or later with zookeeper.extendedTypesEnabled=true.</source>
        <translation>在该时间内无人更改且没有子节点时，服务器会删除它。需要 ZooKeeper 3.5.3 或更高版本并设置 zookeeper.extendedTypesEnabled=true。</translation>
    </message>
    <message>
        <source>Se&amp;quential: the server appends ten digits</source>
        <translation>顺序节点(&amp;Q)：服务器会附加十位数字</translation>
    </message>
    <message>
        <source>&amp;Make missing znodes above it</source>
        <translation>创建缺少的上级 znode(&amp;M)</translation>
    </message>
    <message>
        <source>New Znode</source>
        <translation>新建 znode</translation>
    </message>
    <message>
        <source>Persistent</source>
        <translation>持久</translation>
    </message>
    <message>
        <source>Ephemeral</source>
        <translation>临时</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>With a time to live (TTL)</source>
        <translation>带生存时间（TTL）</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>Everybody may do everything</source>
        <translation>所有人拥有全部权限</translation>
    </message>
    <message>
        <source>Everybody may read, nobody may change</source>
        <translation>所有人可读，任何人都不能更改</translation>
    </message>
    <message>
        <source>Only who is signed in here</source>
        <translation>仅限在此登录的身份</translation>
    </message>
    <message>
        <source>As listed below</source>
        <translation>如下所列</translation>
    </message>
    <message>
        <source>&amp;Path:</source>
        <translation>路径(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>类型(&amp;K)：</translation>
    </message>
    <message>
        <source>&amp;Time to live:</source>
        <translation>生存时间(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Access:</source>
        <translation>权限(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Value:</source>
        <translation>值(&amp;V)：</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>创建(&amp;C)</translation>
    </message>
    <message>
        <source>Type a name after the last slash.</source>
        <translation>请在最后一个斜杠后输入名称。</translation>
    </message>
    <message>
        <source>Container znodes cannot be sequential.</source>
        <translation>容器 znode 不能是顺序 znode。</translation>
    </message>
    <message>
        <source>Goes when this connection ends: when you connect anew, or quit ZooDock. Cannot have children.</source>
        <translation>此连接结束时消失：重新连接或退出 ZooDock 时。不能有子节点。</translation>
    </message>
</context>
<context>
    <name>zoodock::CreateTask</name>
    <message>
        <source>Create %1</source>
        <translation>创建 %1</translation>
    </message>
    <message>
        <source>There is a half-made cluster “%1”. Finish it or remove it, or choose another name.</source>
        <translation>有一个只创建了一半的集群“%1”。请完成或移除它，或另选名称。</translation>
    </message>
    <message>
        <source>There is a cluster “%1” already. Choose another name, or remove that cluster first.</source>
        <translation>已经有集群“%1”。请另选名称，或先移除那个集群。</translation>
    </message>
    <message>
        <source>There is a half-removed cluster “%1”. Finish it or remove it, or choose another name.</source>
        <translation>存在一个只移除了一半的集群“%1”。请完成或移除它，或另选名称。</translation>
    </message>
    <message>
        <source>There is a cluster “%1”, a change of whose settings was interrupted. Finish it, or choose another name.</source>
        <translation>存在集群“%1”，对其设置的更改被中断。请完成更改，或另选名称。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what is so, what to do</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>zoodock::CredentialStore</name>
    <message>
        <source>There is no keychain here: the password is kept until ZooDock ends.</source>
        <translation>这里没有密钥环：密码只保留到退出 ZooDock。</translation>
    </message>
    <message>
        <source>There is no keychain here: passwords are kept until ZooDock ends.</source>
        <translation>这里没有密钥环：密码只保留到退出 ZooDock。</translation>
    </message>
    <message>
        <source>Passwords are kept in your desktop&apos;s keychain.</source>
        <translation>密码保存在桌面的密钥环中。</translation>
    </message>
    <message>
        <source>The keychain stayed locked, or its question was cancelled: nobody is signed in to this cluster.</source>
        <translation>密钥环仍处于锁定状态，或其提示已被取消：没有用户登录到此集群。</translation>
    </message>
    <message>
        <source>The keychain stayed locked, or its question was cancelled: the password is kept until ZooDock ends.</source>
        <translation>密钥环仍处于锁定状态，或其提示已被取消：密码只保留到退出 ZooDock。</translation>
    </message>
    <message>
        <source>The keychain stayed locked, or its question was cancelled: passwords are kept until ZooDock ends.</source>
        <translation>密钥环仍处于锁定状态，或其提示已被取消：密码只保留到退出 ZooDock。</translation>
    </message>
    <message>
        <source>You did not let ZooDock into the keychain: nobody is signed in to this cluster.</source>
        <translation>您未允许 ZooDock 访问密钥环：没有用户登录到此集群。</translation>
    </message>
    <message>
        <source>The keychain answers with an error (%1): nobody is signed in to this cluster. What it keeps stays there.</source>
        <translation>密钥环返回错误（%1）：没有用户登录到此集群。其中保存的内容保持不变。</translation>
    </message>
    <message>
        <source>You did not let ZooDock into the keychain: the password is kept until ZooDock ends.</source>
        <translation>您未允许 ZooDock 访问密钥环：密码只保留到退出 ZooDock。</translation>
    </message>
    <message>
        <source>The keychain answers with an error (%1): the password is kept until ZooDock ends.</source>
        <translation>密钥环返回错误（%1）：密码只保留到退出 ZooDock。</translation>
    </message>
    <message>
        <source>The keychain still has the passwords of this cluster. Unlock it and remove them there.</source>
        <translation>密钥环中仍有此集群的密码。请将其解锁并在其中删除这些密码。</translation>
    </message>
    <message>
        <source>You did not let ZooDock into the keychain: passwords are kept until ZooDock ends.</source>
        <translation>您未允许 ZooDock 访问密钥环：密码只保留到退出 ZooDock。</translation>
    </message>
    <message>
        <source>The keychain answered with an error: passwords are kept until ZooDock ends.</source>
        <translation>密钥环返回错误：密码只保留到退出 ZooDock。</translation>
    </message>
    <message>
        <source>Passwords go to your desktop&apos;s keychain if there is one; otherwise they are kept until ZooDock ends.</source>
        <translation>如果有桌面密钥环，密码会保存在其中；否则只保留到 ZooDock 退出为止。</translation>
    </message>
</context>
<context>
    <name>zoodock::DesktopNotifications</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>zoodock::DraftButton</name>
    <message>
        <source>Znodes whose value you changed and did not save</source>
        <translation>您更改了值但尚未保存的 znode</translation>
    </message>
    <message numerus="yes">
        <source>Unsaved (%Ln)</source>
        <translation>
            <numerusform>未保存 (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsaved change(s)</source>
        <translation>
            <numerusform>%Ln 项未保存的更改</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>path, cluster</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>zoodock::EditorFooter</name>
    <message>
        <source>Di&amp;scard Changes</source>
        <translation>放弃更改(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Apply…</source>
        <translation>应用(&amp;A)…</translation>
    </message>
    <message>
        <source>Back to the settings that the cluster has</source>
        <translation>恢复为集群现有的设置</translation>
    </message>
    <message>
        <source>Shows what would be done, before it is done</source>
        <translation>执行之前先显示将要做什么</translation>
    </message>
</context>
<context>
    <name>zoodock::EmptyLog</name>
    <message>
        <source>Show All Members</source>
        <translation>显示所有成员</translation>
    </message>
    <message>
        <source>Show Every Line</source>
        <translation>显示所有行</translation>
    </message>
    <message>
        <source>Show Probe Lines</source>
        <translation>显示探测记录</translation>
    </message>
    <message>
        <source>Show Them</source>
        <translation>显示这些行</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>启动 %1</translation>
    </message>
    <message>
        <source>Start These Members</source>
        <translation>启动这些成员</translation>
    </message>
</context>
<context>
    <name>zoodock::EngineIndicator</name>
    <message>
        <source>answers</source>
        <comment>engine</comment>
        <translation>有应答</translation>
    </message>
    <message>
        <source>does not answer</source>
        <comment>engine</comment>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>being asked</source>
        <comment>engine</comment>
        <translation>正在查询</translation>
    </message>
    <message>
        <source>current context</source>
        <translation>当前上下文</translation>
    </message>
    <message>
        <source>Docker: %1</source>
        <translation>Docker：%1</translation>
    </message>
    <message>
        <source>Docker: %1 · engine %2</source>
        <translation>Docker：%1 · 引擎 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>engine, state</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>DOCKER_HOST</source>
        <comment>where the engine&apos;s address comes from</comment>
        <translation>DOCKER_HOST</translation>
    </message>
    <message>
        <source>Endpoint: %1</source>
        <translation>端点：%1</translation>
    </message>
    <message>
        <source>cannot be asked</source>
        <comment>engine</comment>
        <translation>无法查询</translation>
    </message>
</context>
<context>
    <name>zoodock::EnginePage</name>
    <message>
        <source>&amp;Type this in a terminal:</source>
        <translation>在终端中输入(&amp;T)：</translation>
    </message>
    <message>
        <source>Command to type</source>
        <translation>要输入的命令</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>&amp;Look Again Now</source>
        <translation>立即重新检查(&amp;L)</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>已复制 %1</translation>
    </message>
    <message>
        <source>Docker says: %1</source>
        <translation>Docker 报告：%1</translation>
    </message>
    <message>
        <source>Docker contexts</source>
        <translation>Docker 上下文</translation>
    </message>
    <message>
        <source>Or use another Docker c&amp;ontext:</source>
        <translation>或使用另一个 Docker 上下文(&amp;O)：</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>context, endpoint</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>复制(&amp;P)</translation>
    </message>
    <message>
        <source>Us&amp;e This Context</source>
        <translation>使用此上下文(&amp;E)</translation>
    </message>
    <message>
        <source>Chan&amp;ge Settings…</source>
        <translation>更改设置(&amp;G)…</translation>
    </message>
</context>
<context>
    <name>zoodock::ErrorDetails</name>
    <message>
        <source>Copy D&amp;etails</source>
        <translation>复制详情(&amp;E)</translation>
    </message>
    <message>
        <source>Details of the failure</source>
        <translation>失败的详情</translation>
    </message>
</context>
<context>
    <name>zoodock::EventStream</name>
    <message>
        <source>The connection to the Docker engine was lost. ZooDock tries to connect again; if that fails, check that the engine runs.</source>
        <translation>到 Docker 引擎的连接已断开。ZooDock 会尝试重新连接；如果失败，请确认引擎在运行。</translation>
    </message>
</context>
<context>
    <name>zoodock::FileCare</name>
    <message>
        <source>Save File</source>
        <translation>保存文件</translation>
    </message>
    <message>
        <source>The file of “%1” is saved.</source>
        <translation>“%1”的文件已保存。</translation>
    </message>
    <message>
        <source>No program opens folders here. The file is in %1</source>
        <translation>这里没有打开文件夹的程序。文件位于 %1</translation>
    </message>
    <message>
        <source>Remove File</source>
        <translation>移除文件</translation>
    </message>
    <message>
        <source>Take the damaged file of “%1” away?</source>
        <translation>要移除“%1”的损坏文件吗？</translation>
    </message>
    <message>
        <source>It is kept beside its place under another name. Containers and data stay as they are; a cluster whose containers are there is shown from their labels.</source>
        <translation>该文件会以另一个名称保留在同一文件夹中。容器和数据保持原样；容器还在的集群会根据其标签显示。</translation>
    </message>
    <message>
        <source>&amp;Remove File</source>
        <translation>移除文件(&amp;R)</translation>
    </message>
    <message>
        <source>The damaged file is kept as %1</source>
        <translation>损坏的文件保留为 %1</translation>
    </message>
    <message>
        <source>Adopt Cluster</source>
        <translation>接管集群</translation>
    </message>
    <message>
        <source>“%1” is adopted; its containers are left as they are.</source>
        <translation>“%1”已被接管；其容器保持原样。</translation>
    </message>
    <message>
        <source>Give Back</source>
        <translation>取消接管</translation>
    </message>
    <message>
        <source>“%1” is given back; its containers are left as they are.</source>
        <translation>已取消接管“%1”；其容器保持原样。</translation>
    </message>
    <message>
        <source>Name, Notes and Colour</source>
        <translation>名称、备注和颜色</translation>
    </message>
</context>
<context>
    <name>zoodock::FilterBar</name>
    <message>
        <source>&amp;Regular expression</source>
        <translation>正则表达式(&amp;R)</translation>
    </message>
    <message>
        <source>Show only lines with…</source>
        <translation>只显示包含此内容的行…</translation>
    </message>
    <message>
        <source>Show only lines with this text</source>
        <translation>只显示包含此文本的行</translation>
    </message>
    <message>
        <source>Show only lines of this level</source>
        <translation>只显示此级别的行</translation>
    </message>
    <message>
        <source>Show or hide the log of %1</source>
        <translation>显示或隐藏 %1 的日志</translation>
    </message>
    <message>
        <source>Log of %1</source>
        <translation>%1 的日志</translation>
    </message>
</context>
<context>
    <name>zoodock::FindBar</name>
    <message>
        <source>Regular e&amp;xpression</source>
        <translation>正则表达式(&amp;X)</translation>
    </message>
    <message>
        <source>F&amp;ind:</source>
        <translation>查找(&amp;I)：</translation>
    </message>
    <message>
        <source>Previous match (Shift+Return)</source>
        <translation>上一个匹配 (Shift+Return)</translation>
    </message>
    <message>
        <source>Next match (Return)</source>
        <translation>下一个匹配 (Return)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>关闭搜索 (Esc)</translation>
    </message>
    <message>
        <source>Not a regular expression</source>
        <translation>不是正则表达式</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>number of the match, of all</comment>
        <translation>%1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <comment>that match</comment>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Match c&amp;ase</source>
        <translation>区分大小写(&amp;A)</translation>
    </message>
    <message>
        <source>Nothing found in %1</source>
        <comment>member</comment>
        <translation>在 %1 中没有找到</translation>
    </message>
    <message>
        <source>%1 of %2 in %3</source>
        <comment>number of the match, of all, member</comment>
        <translation>%3 中的 %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) in %1</source>
        <comment>that match, member</comment>
        <translation>
            <numerusform>%1 中有 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>F&amp;ind in %1:</source>
        <comment>member</comment>
        <translation>在 %1 中查找(&amp;I)：</translation>
    </message>
</context>
<context>
    <name>zoodock::FindingList</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>sentence, remedy</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>severity, finding</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>zoodock::FinishTask</name>
    <message>
        <source>Finish %1</source>
        <translation>完成 %1</translation>
    </message>
    <message>
        <source>Look at what is there</source>
        <translation>查看现有情况</translation>
    </message>
</context>
<context>
    <name>zoodock::FixedPage</name>
    <message>
        <source>The host&apos;s own network</source>
        <translation>主机网络</translation>
    </message>
    <message>
        <source>The existing network “%1”</source>
        <translation>现有网络“%1”</translation>
    </message>
    <message>
        <source>A network of its own, “%1”</source>
        <translation>专用网络“%1”</translation>
    </message>
    <message>
        <source>%1 (observer)</source>
        <translation>%1（观察者）</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名称：</translation>
    </message>
    <message>
        <source>Containers, network and volumes are called after it. What ZooDock shows instead of it can be changed: “Name, Notes and Colour…” in the menu “Cluster”.</source>
        <translation>容器、网络和数据卷都以它命名。ZooDock 中显示的名称可以更改：菜单“集群”中的“名称、备注和颜色…”。</translation>
    </message>
    <message>
        <source>Docker context:</source>
        <translation>Docker 上下文：</translation>
    </message>
    <message>
        <source>The data lies on this engine.</source>
        <translation>数据存放在这个引擎上。</translation>
    </message>
    <message>
        <source>Network:</source>
        <translation>网络：</translation>
    </message>
    <message>
        <source>The members find each other by it.</source>
        <translation>成员通过它找到彼此。</translation>
    </message>
    <message>
        <source>Members:</source>
        <translation>成员：</translation>
    </message>
    <message>
        <source>Each member knows all others from its start on.</source>
        <translation>每个成员从启动起就知道其他所有成员。</translation>
    </message>
    <message>
        <source>Data:</source>
        <translation>数据：</translation>
    </message>
    <message>
        <source>Where the data is was settled when the containers were made.</source>
        <translation>数据的存放位置在创建容器时就已确定。</translation>
    </message>
    <message>
        <source>D&amp;uplicate Cluster…</source>
        <translation>另建集群副本(&amp;U)…</translation>
    </message>
    <message>
        <source>Opens the wizard for a new cluster, filled in with what this one has</source>
        <translation>打开新建集群向导，并按此集群填好内容</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>固定项</translation>
    </message>
    <message>
        <source>This can only be chosen for a new cluster. Duplicate this one and change the copy.</source>
        <translation>这只能在新建集群时选择。请为此集群另建副本，再更改副本。</translation>
    </message>
    <message>
        <source>(docker&apos;s current one)</source>
        <translation>（docker 的当前上下文）</translation>
    </message>
    <message>
        <source>in named volumes</source>
        <translation>保存在命名卷中</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>不保留</translation>
    </message>
</context>
<context>
    <name>zoodock::FourLetterRequest</name>
    <message>
        <source>The server does not answer in time. It may be frozen or overloaded; look into its log.</source>
        <translation>服务器没有及时应答。它可能已冻结或过载；请查看其日志。</translation>
    </message>
    <message>
        <source>What listens on this port does not answer like a ZooKeeper server. Check the port.</source>
        <translation>监听此端口的程序不像 ZooKeeper 服务器那样应答。请检查端口。</translation>
    </message>
    <message>
        <source>The server closed the connection without an answer. Look into its log if that goes on.</source>
        <translation>服务器未作回答就关闭了连接。如果持续如此，请查看其日志。</translation>
    </message>
    <message>
        <source>Nothing listens at the server&apos;s client port. If the server is not just starting, check the port.</source>
        <translation>服务器的客户端端口无人监听。如果服务器不是正在启动，请检查端口。</translation>
    </message>
    <message>
        <source>The server&apos;s host name is unknown here. Check it, or use an address.</source>
        <translation>这里不认识服务器的主机名。请检查它，或使用地址。</translation>
    </message>
    <message>
        <source>The connection to the server broke. Check that the network reaches it.</source>
        <translation>到服务器的连接断开了。请确认网络可以连通。</translation>
    </message>
</context>
<context>
    <name>zoodock::HexModel</name>
    <message>
        <source>No byte</source>
        <translation>没有字节</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>zoodock::HexView</name>
    <message>
        <source>Byte %1</source>
        <translation>字节 %1</translation>
    </message>
    <message>
        <source>Bytes of the value</source>
        <translation>值的字节</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln byte(s) as hexadecimal digits.</source>
        <translation>
            <numerusform>已复制 %Ln 个字节的十六进制数字。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::HistoryDialog</name>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Activity History</source>
        <translation>活动历史</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>做过什么</translation>
    </message>
    <message>
        <source>Details and commands</source>
        <translation>详情和命令</translation>
    </message>
    <message>
        <source>Nothing more is known about it.</source>
        <translation>对此没有更多信息。</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>还没有做过任何事。</translation>
    </message>
    <message>
        <source>&amp;Copy Details</source>
        <translation>复制详情(&amp;C)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>when, what, outcome</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>ZooDock was ended while this was under way. How far it came was not written down.</source>
        <translation>ZooDock 在此任务进行期间结束，没有记录进行到了哪一步。</translation>
    </message>
    <message>
        <source>Word for word, in the language of that time:</source>
        <translation>以下是当时所用语言的原文：</translation>
    </message>
</context>
<context>
    <name>zoodock::HistoryPanel</name>
    <message>
        <source>Difference to the value before</source>
        <translation>与之前的值的差异</translation>
    </message>
    <message>
        <source>Values seen</source>
        <translation>看到过的值</translation>
    </message>
    <message>
        <source>Seen at</source>
        <translation>看到时间</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) before this one were not seen</source>
        <translation>
            <numerusform>此前漏过 %Ln 次更改</numerusform>
        </translation>
    </message>
    <message>
        <source>The znode was deleted and made anew before this</source>
        <translation>在此之前该 znode 被删除并重新创建</translation>
    </message>
    <message>
        <source>As it was when you opened it</source>
        <translation>您打开时的内容</translation>
    </message>
    <message>
        <source>The values are too long to be compared here.</source>
        <translation>值太长，无法在此比较。</translation>
    </message>
    <message>
        <source>Created again</source>
        <translation>重新创建</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
</context>
<context>
    <name>zoodock::IdentityDialog</name>
    <message>
        <source>None</source>
        <comment>colour</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Name, Notes and Colour</source>
        <translation>名称、备注和颜色</translation>
    </message>
    <message>
        <source>Name that is shown</source>
        <translation>显示的名称</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Containers, volumes and commands keep the name “%1”. Empty means that name.</source>
        <translation>容器、数据卷和命令仍使用名称“%1”。留空即显示该名称。</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>N&amp;otes:</source>
        <translation>备注(&amp;O)：</translation>
    </message>
    <message>
        <source>Colour:</source>
        <translation>颜色：</translation>
    </message>
    <message>
        <source>Colour: %1</source>
        <translation>颜色：%1</translation>
    </message>
    <message>
        <source>“%1” was removed meanwhile: this cannot be saved any more.</source>
        <translation>“%1”此间已被移除：这些内容无法再保存。</translation>
    </message>
    <message numerus="yes">
        <source>A name has %Ln characters at most: what is beyond them was left out.</source>
        <translation>
            <numerusform>名称最多 %Ln 个字符：超出的部分已被略去。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another cluster is called that already: %1. The two will be hard to tell apart.</source>
        <translation>已有另一个集群使用此名称：%1。两者将难以区分。</translation>
    </message>
</context>
<context>
    <name>zoodock::ImageBuild</name>
    <message>
        <source>Build the image %1</source>
        <translation>构建镜像 %1</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>No registry answers, and building without one needs the rights of root. Run the command of this task in a terminal, or choose another image.</source>
        <translation>没有镜像仓库应答，而没有仓库时构建需要 root 权限。请在终端中运行此任务的命令，或选择其他镜像。</translation>
    </message>
    <message>
        <source>The image could not be built. The details show where it ended; choose another image, or try again once the cause is mended.</source>
        <translation>无法构建镜像。详情说明它在何处结束；请选择其他镜像，或在解决原因后重试。</translation>
    </message>
</context>
<context>
    <name>zoodock::ImagePage</name>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>&amp;Pull Now</source>
        <translation>立即拉取(&amp;P)</translation>
    </message>
    <message>
        <source>B&amp;uild Here</source>
        <translation>在此构建(&amp;U)</translation>
    </message>
    <message>
        <source>Builds %1 on this engine from a recipe that came with ZooDock; takes some minutes where packages have to be fetched.</source>
        <translation>用 ZooDock 附带的配方在此引擎上构建 %1；需要获取软件包时要花几分钟。</translation>
    </message>
    <message>
        <source>&amp;Image:</source>
        <translation>镜像(&amp;I)：</translation>
    </message>
    <message>
        <source>Progress of the image</source>
        <translation>镜像的进度</translation>
    </message>
    <message>
        <source>Layers and steps</source>
        <translation>层和步骤</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>What the containers are made from. Its tag says which version of ZooKeeper runs.</source>
        <translation>容器由此镜像创建。镜像的标签决定运行哪个版本的 ZooKeeper。</translation>
    </message>
    <message>
        <source>The engine has this image.</source>
        <translation>引擎上有此镜像。</translation>
    </message>
    <message>
        <source>Looking at the Docker engine …</source>
        <translation>正在查看 Docker 引擎…</translation>
    </message>
    <message>
        <source>Whether the engine has this image is not known.</source>
        <translation>不知道引擎上是否有此镜像。</translation>
    </message>
    <message>
        <source>The engine does not have this image. No registry has it either; it is built here.</source>
        <translation>引擎上没有此镜像，镜像仓库里也没有；它会在这里构建。</translation>
    </message>
    <message>
        <source>The engine does not have this image yet. It is pulled when the cluster is created, or now.</source>
        <translation>引擎上还没有此镜像。它会在创建集群时拉取，或现在拉取。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>layer, state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The engine does not have this image yet. It is pulled when the change is applied, or now.</source>
        <translation>引擎上还没有此镜像。可以现在拉取，也可以在应用更改时拉取。</translation>
    </message>
</context>
<context>
    <name>zoodock::ImagePull</name>
    <message>
        <source>downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>downloaded</source>
        <translation>已下载</translation>
    </message>
    <message>
        <source>extracting</source>
        <translation>正在解压</translation>
    </message>
    <message>
        <source>Pull the image %1</source>
        <translation>拉取镜像 %1</translation>
    </message>
    <message>
        <source>Ask the registry</source>
        <translation>查询镜像仓库</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>层 %1</translation>
    </message>
    <message numerus="yes">
        <source>Nothing has been heard of the image %1 for %Ln minute(s). Check the Docker engine&apos;s network connection, then try again; what has arrived is kept.</source>
        <translation>
            <numerusform>已有 %Ln 分钟没有收到镜像 %1 的任何进展。请检查 Docker 引擎的网络连接，然后重试；已下载的部分会保留。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ImportChange</name>
    <message numerus="yes">
        <source>Nothing was imported: %Ln znode(s) are there already and differ, the first is %1. Choose to skip or to overwrite them.</source>
        <translation>
            <numerusform>什么也没有导入：已有 %Ln 个 znode 且内容不同，第一个是 %1。请选择跳过或覆盖它们。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The import stopped at %1, with %Ln znode(s) written. %2</source>
        <translation>
            <numerusform>导入在 %1 处停止，已写入 %Ln 个 znode。%2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln znode(s) were changed or created by somebody else after the preview, and are left as they are: %1. Everything else is imported. Import again to see how they differ.</source>
        <translation>
            <numerusform>预览之后有 %Ln 个 znode 被其他人更改或创建，已保持原样：%1。其余内容均已导入。再次导入可查看它们的差异。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ImportComparison</name>
    <message numerus="yes">
        <source>%Ln ephemeral znode(s) will be ephemeral znodes of this connection and vanish with it.</source>
        <translation>
            <numerusform>%Ln 个临时 znode 将成为此连接的临时 znode，并随它消失。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no znode %1. Create it first, or choose another place.</source>
        <translation>没有 znode %1。请先创建它，或选择其他位置。</translation>
    </message>
    <message>
        <source>The value of %1 has %2 bytes; the server takes no request above %3 (jute.maxbuffer). Take it out of the file, or raise the limit on every server.</source>
        <translation>%1 的值有 %2 字节；服务器不接受超过 %3 的请求 (jute.maxbuffer)。请把它从文件中去掉，或在每台服务器上提高上限。</translation>
    </message>
    <message numerus="yes">
        <source>The file lacks password hashes of the access lists of %Ln znode(s), which the server hid from whoever exported them: those users are left out. The first is %1.</source>
        <translation>
            <numerusform>文件中缺少 %Ln 个 znode 的访问控制列表的密码哈希，导出时服务器将其隐藏：这些用户会被略去。第一个是 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The access lists of %Ln znode(s) allow nobody to change them afterwards but the superuser of the servers. The first is %1.</source>
        <translation>
            <numerusform>导入后，除服务器的超级用户外，任何人都不能再更改 %Ln 个 znode 的访问控制列表。第一个是 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo cannot take the import back: the access lists of %Ln znode(s) do not let this connection delete what is created below. The first is %1.</source>
        <translation>
            <numerusform>“撤销”不能撤销此次导入：%Ln 个 znode 的访问控制列表不允许此连接删除在其下创建的内容。第一个是 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ImportDialog</name>
    <message>
        <source>Differs: stays as it is</source>
        <translation>不同：保持原样</translation>
    </message>
    <message>
        <source>Differs: is overwritten</source>
        <translation>不同：将被覆盖</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Import Znodes</source>
        <translation>导入 znode</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln znode(s) from %1?</source>
        <translation>
            <numerusform>从 %1 导入 %Ln 个 znode？</numerusform>
        </translation>
    </message>
    <message>
        <source>They were exported from %1 on %2.</source>
        <translation>它们于 %2 从 %1 导出。</translation>
    </message>
    <message>
        <source>The topmost znode of the file becomes this one, the others come below it.</source>
        <translation>文件中最上层的 znode 成为此 znode，其余的位于其下。</translation>
    </message>
    <message>
        <source>What the import does</source>
        <translation>导入的处理结果</translation>
    </message>
    <message>
        <source>Znode</source>
        <translation>znode</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>What is there already and differs</source>
        <translation>已有且不同的</translation>
    </message>
    <message>
        <source>&amp;Stays as it is</source>
        <translation>保持原样(&amp;S)</translation>
    </message>
    <message>
        <source>Is &amp;overwritten with the file&apos;s value and access list</source>
        <translation>用文件中的值和访问控制列表覆盖(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;tops the import: nothing is changed</source>
        <translation>停止导入：什么也不更改(&amp;T)</translation>
    </message>
    <message>
        <source>Comparing with what is there: %1 of %2.</source>
        <translation>正在与现有内容比较：%2 个中的 %1 个。</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>…另有 %1 个</translation>
    </message>
    <message>
        <source>Is created</source>
        <translation>将创建</translation>
    </message>
    <message>
        <source>Everything is there already: there is nothing to import.</source>
        <translation>一切都已存在：没有可导入的内容。</translation>
    </message>
    <message>
        <source>Comparing with what is there …</source>
        <translation>正在与现有内容比较…</translation>
    </message>
    <message>
        <source>Some znodes differ. Choose what happens to them.</source>
        <translation>有些 znode 不同。请选择如何处理它们。</translation>
    </message>
    <message>
        <source>I&amp;nto:</source>
        <translation>导入到(&amp;N)：</translation>
    </message>
    <message>
        <source>To create: %1. Already there and different: %2. Already there and the same: %3.</source>
        <translation>将创建：%1。已有且不同：%2。已有且相同：%3。</translation>
    </message>
    <message>
        <source>They were exported from %1.</source>
        <translation>它们是从 %1 导出的。</translation>
    </message>
    <message>
        <source>%1 (one of them has no value, the other one of 0 bytes)</source>
        <extracomment>%1 is “Differs: is overwritten” or the like</extracomment>
        <translation>%1（其中一个没有值，另一个的值为 0 字节）</translation>
    </message>
</context>
<context>
    <name>zoodock::LastingWork</name>
    <message>
        <source>“%1” is cut off then and would have to be begun anew.</source>
        <translation>“%1”届时会中断，只能重新开始。</translation>
    </message>
    <message>
        <source>“%1” is cut off then: what it has changed by then stays so and can no longer be taken back with Undo.</source>
        <translation>“%1”届时会中断：已更改的内容保持不变，且不能再撤销。</translation>
    </message>
    <message>
        <source>“%1” is cut off then: what it has changed by then stays so.</source>
        <translation>“%1”届时会中断：已更改的内容保持不变。</translation>
    </message>
</context>
<context>
    <name>zoodock::LifeActions</name>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>R&amp;estart</source>
        <translation>重启(&amp;E)</translation>
    </message>
    <message>
        <source>R&amp;olling Restart</source>
        <translation>滚动重启(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Kill</source>
        <translation>强制终止(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>恢复(&amp;U)</translation>
    </message>
</context>
<context>
    <name>zoodock::LifeQuestion</name>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Kill so many members that the quorum is lost?</source>
        <translation>强制终止这些成员会失去仲裁，仍要强制终止吗？</translation>
    </message>
    <message>
        <source>Pause so many members that the quorum is lost?</source>
        <translation>暂停这些成员会失去仲裁，仍要暂停吗？</translation>
    </message>
    <message>
        <source>Restart so many members at once that the quorum is lost for a while?</source>
        <translation>同时重启这些成员会暂时失去仲裁，仍要重启吗？</translation>
    </message>
    <message>
        <source>Stop so many members that the quorum is lost?</source>
        <translation>停止这些成员会失去仲裁，仍要停止吗？</translation>
    </message>
    <message>
        <source>Kill %1?</source>
        <translation>要强制终止 %1 吗？</translation>
    </message>
    <message>
        <source>Pause %1?</source>
        <translation>要暂停 %1 吗？</translation>
    </message>
    <message>
        <source>Restart %1?</source>
        <translation>要重启 %1 吗？</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>要停止 %1 吗？</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>cluster, consequence</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ephemeral znode(s) that you created belong to a connection to %1 alone: ZooKeeper deletes them unless %1 serves again within seconds.</source>
        <translation>
            <numerusform>您创建的 %Ln 个临时 znode 属于仅与 %1 建立的连接：除非 %1 在数秒内恢复服务，否则 ZooKeeper 会删除它们。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove Container</source>
        <translation>移除容器</translation>
    </message>
    <message>
        <source>R&amp;olling Restart</source>
        <translation>滚动重启(&amp;O)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>members, cluster</comment>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>Remove the container %1?</source>
        <translation>要移除容器 %1 吗？</translation>
    </message>
    <message>
        <source>Remove these containers? %1</source>
        <translation>要移除这些容器吗？%1</translation>
    </message>
    <message>
        <source>A rolling restart takes one member after the other, and keeps the quorum of three voters or more.</source>
        <translation>滚动重启逐个处理成员，有三个或更多投票成员时保持仲裁。</translation>
    </message>
    <message>
        <source>%1 keeps its quorum.</source>
        <comment>cluster</comment>
        <translation>%1 会保持仲裁。</translation>
    </message>
    <message>
        <source>%1 has no quorum as it is.</source>
        <comment>cluster</comment>
        <translation>%1 现在本来就没有仲裁。</translation>
    </message>
    <message>
        <source>The data volumes stay. Start makes what was removed again, with its data.</source>
        <translation>数据卷会保留。再次启动时会用这些数据重新创建已移除的成员。</translation>
    </message>
    <message>
        <source>The data is not kept in volumes and goes with the containers.</source>
        <translation>数据不在数据卷中，会随容器消失。</translation>
    </message>
    <message>
        <source>&amp;Kill</source>
        <translation>强制终止(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>重启(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
</context>
<context>
    <name>zoodock::LineDetails</name>
    <message>
        <source>The chosen line</source>
        <translation>所选的行</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Close the chosen line</source>
        <translation>关闭所选的行</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>处理办法：%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>member, time</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>zoodock::ListVerb</name>
    <message>
        <source>CLUSTER</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>QUORUM</source>
        <translation>仲裁</translation>
    </message>
    <message>
        <source>NETWORK</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>ORIGIN</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>TITLE</source>
        <translation>显示名称</translation>
    </message>
    <message>
        <source>Warning: the quorum of “%1” is what servers answer at the ports that its members are published on; nobody can tell whether they are the members&apos; containers.</source>
        <translation>警告：“%1”的仲裁是其成员发布的端口上的服务器的应答；无法确定它们是否就是这些成员的容器。</translation>
    </message>
</context>
<context>
    <name>zoodock::LogModel</name>
    <message>
        <source>%1: %2</source>
        <comment>member, line of its log</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>zoodock::LogPane</name>
    <message>
        <source>Log of the members</source>
        <translation>成员的日志</translation>
    </message>
    <message>
        <source>Log of %1</source>
        <translation>%1 的日志</translation>
    </message>
</context>
<context>
    <name>zoodock::LogPanes</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>zoodock::LogSaveDialog</name>
    <message>
        <source>Save Log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>Text files (*.log *.txt)</source>
        <translation>文本文件 (*.log *.txt)</translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln line(s) to %1.</source>
        <translation>
            <numerusform>已将 %Ln 行保存到 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the log of %1 to %2</source>
        <translation>将 %1 的日志保存到 %2</translation>
    </message>
    <message>
        <source>Write the lines</source>
        <translation>写入各行</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%1/%2 行</translation>
    </message>
</context>
<context>
    <name>zoodock::LogSaver</name>
    <message>
        <source>The log could not be written to “%1”. Choose another place, or make room there.</source>
        <translation>无法将日志写入“%1”。请选择其他位置，或在那里腾出空间。</translation>
    </message>
</context>
<context>
    <name>zoodock::LogSituation</name>
    <message>
        <source>%1 has no container, and so no log.</source>
        <translation>%1 没有容器，因此没有日志。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>member, what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 writes its log to a file; “%2” in its container is followed.</source>
        <translation>%1 把日志写入文件；正在跟踪其容器中的“%2”。</translation>
    </message>
    <message>
        <source>%1 writes its log to a file in its container, which can be read only while it runs.</source>
        <translation>%1 把日志写入其容器中的文件，只有在它运行时才能读取。</translation>
    </message>
    <message>
        <source>%1 writes its log to a file, which is not there yet.</source>
        <translation>%1 把日志写入文件，该文件尚不存在。</translation>
    </message>
    <message>
        <source>No member is chosen, so there is no log to show.</source>
        <translation>没有选择任何成员，因此没有可显示的日志。</translation>
    </message>
    <message numerus="yes">
        <source>This page is paused. %Ln line(s) have come meanwhile.</source>
        <translation>
            <numerusform>此页已暂停。其间来了 %Ln 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %Ln line(s).</source>
        <translation>
            <numerusform>筛选条件隐藏了全部 %Ln 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far there are only %Ln line(s) about ZooDock&apos;s own probes, which are hidden.</source>
        <translation>
            <numerusform>目前只有 %Ln 行关于 ZooDock 自己的探测的记录，它们被隐藏了。</numerusform>
        </translation>
    </message>
    <message>
        <source>None of the chosen members has a line in its log yet.</source>
        <translation>所选成员的日志中都还没有内容。</translation>
    </message>
    <message>
        <source>The log of %1 is being opened…</source>
        <translation>正在打开 %1 的日志…</translation>
    </message>
    <message>
        <source>%1 does not run, and its log has no line.</source>
        <translation>%1 没有运行，其日志中没有内容。</translation>
    </message>
    <message>
        <source>%1 has written nothing yet.</source>
        <translation>%1 还没有写入任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>The expression of the filter took too long on %Ln line(s), which are hidden. Make it simpler.</source>
        <translation>
            <numerusform>筛选表达式在 %Ln 行上耗时过长，已将其隐藏。请简化表达式。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The expression to find took too long on %Ln line(s), which were passed over. Make it simpler.</source>
        <translation>
            <numerusform>查找表达式在 %Ln 行上耗时过长，已将其跳过。请简化表达式。</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines of %1 between %2 and %3 may be missing: they went with its former container.</source>
        <comment>member, times</comment>
        <translation>%1 在 %2 至 %3 之间的日志行可能缺失：它们已随其原来的容器一起消失。</translation>
    </message>
    <message>
        <source>%1 has no container any more. Its lines here are from before it went.</source>
        <translation>%1 已没有容器。此处它的日志行来自容器消失之前。</translation>
    </message>
</context>
<context>
    <name>zoodock::LogStatus</name>
    <message>
        <source>ZooDock asks each member “srvr” about once a second, and servers may log that</source>
        <translation>ZooDock 大约每秒用“srvr”查询每个成员一次，服务器可能会记录下来</translation>
    </message>
    <message>
        <source>Go to the End</source>
        <translation>转到末尾</translation>
    </message>
    <message>
        <source>Follow the newest line again (End)</source>
        <translation>重新跟踪最新的行 (End)</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <comment>shown, of all</comment>
        <translation>%1/%2 行</translation>
    </message>
    <message>
        <source>filtering…</source>
        <translation>正在筛选…</translation>
    </message>
    <message>
        <source>older lines dropped: at least %1</source>
        <translation>已丢弃较旧的行：至少 %1</translation>
    </message>
    <message numerus="yes">
        <source>Hide ZooDock&apos;s own %Ln probe line(s)</source>
        <translation>
            <numerusform>隐藏 ZooDock 自己的 %Ln 行探测记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show ZooDock&apos;s own %Ln probe line(s)</source>
        <translation>
            <numerusform>显示 ZooDock 自己的 %Ln 行探测记录</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::LogView</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>member, time</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>zoodock::LogsPage</name>
    <message>
        <source>Side by Side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Keep the lines as they are; new ones are shown afterwards</source>
        <translation>保持现有的行；新行稍后显示</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the lines that are shown as a text file</source>
        <translation>把显示的行保存为文本文件</translation>
    </message>
    <message numerus="yes">
        <source>Resume (%Ln new line(s))</source>
        <translation>
            <numerusform>继续（%Ln 行新内容）</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) copied.</source>
        <translation>
            <numerusform>已复制 %Ln 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>One column for each member instead of one log by time</source>
        <translation>每个成员一列，而不是按时间合并为一份日志</translation>
    </message>
</context>
<context>
    <name>zoodock::MainWindow</name>
    <message>
        <source>ZooDock</source>
        <translation>ZooDock</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>clusters, members</comment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s)</source>
        <translation>
            <numerusform>%Ln 个集群</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln 个成员</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit ZooDock</source>
        <translation>退出 ZooDock</translation>
    </message>
    <message>
        <source>Quit while something is being changed?</source>
        <translation>有更改正在进行，仍要退出吗？</translation>
    </message>
    <message>
        <source>What is half made then stays so. ZooDock offers to finish or to remove it when it is started again.</source>
        <translation>未完成的部分会保持原样。再次启动时，ZooDock 会询问是完成还是移除它。</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Create and start a cluster of three members, with every default</source>
        <translation>以全部默认值创建并启动三成员集群</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Znodes</source>
        <translation>Znode</translation>
    </message>
    <message>
        <source>Quit without saving what you changed?</source>
        <translation>不保存所做的更改就退出吗？</translation>
    </message>
    <message>
        <source>The unsaved changes of znodes&apos; values are lost.</source>
        <translation>znode 的值中尚未保存的更改将会丢失。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The language changes as soon as what runs now has ended.</source>
        <translation>正在运行的任务结束后，语言即会更换。</translation>
    </message>
    <message>
        <source>Quit while something is being done?</source>
        <translation>有工作正在进行，仍要退出吗？</translation>
    </message>
    <message>
        <source>Quit, and lose your ephemeral znodes?</source>
        <translation>要退出并失去您的临时 znode 吗？</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ephemeral znode(s) that you created belong to ZooDock&apos;s connections: ZooKeeper deletes them when these end.</source>
        <translation>
            <numerusform>您创建的 %Ln 个临时 znode 属于 ZooDock 的连接：这些连接结束时，ZooKeeper 会将它们删除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>…另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other piece(s) of work are cut off, too.</source>
        <translation>
            <numerusform>另有 %Ln 项工作届时也会中断。</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed settings that were not applied are lost: those of %1.</source>
        <translation>已更改但未应用的设置会丢失：%1 的设置。</translation>
    </message>
    <message>
        <source>Nothing would be lost any more: ZooDock stays open.</source>
        <translation>不会再丢失任何内容：ZooDock 保持打开。</translation>
    </message>
    <message>
        <source>Some members then have the new settings, and others those before. ZooDock offers to finish that when it is started again.</source>
        <translation>届时部分成员使用新设置，其余成员仍为原来的设置。再次启动时，ZooDock 会询问是否完成它。</translation>
    </message>
    <message>
        <source>What is half done then stays so.</source>
        <translation>做到一半的内容届时会保持原样。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>znodes</comment>
        <translation>
            <numerusform>另外 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>The unsaved changes of znodes&apos; values are lost: those of %1.</source>
        <translation>znode 的值中尚未保存的更改将会丢失：%1。</translation>
    </message>
</context>
<context>
    <name>zoodock::MemberActions</name>
    <message>
        <source>Remo&amp;ve Container…</source>
        <translation>移除容器(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Copy Client Address</source>
        <translation>复制客户端地址(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;All Values</source>
        <translation>复制所有值(&amp;A)</translation>
    </message>
    <message>
        <source>Start %1.</source>
        <translation>启动 %1。</translation>
    </message>
    <message>
        <source>Stop %1.</source>
        <translation>停止 %1。</translation>
    </message>
    <message>
        <source>Restart %1.</source>
        <translation>重启 %1。</translation>
    </message>
    <message>
        <source>End %1 at once, without a warning (SIGKILL).</source>
        <translation>立即结束 %1，不作警告（SIGKILL）。</translation>
    </message>
    <message>
        <source>Freeze %1: no more answers come.</source>
        <translation>冻结 %1：不再有应答。</translation>
    </message>
    <message>
        <source>Let %1 go on.</source>
        <translation>让 %1 继续。</translation>
    </message>
    <message>
        <source>Remove the container of %1; the data volumes stay.</source>
        <translation>移除 %1 的容器；数据卷会保留。</translation>
    </message>
    <message>
        <source>Copy the client address of %1.</source>
        <translation>复制 %1 的客户端地址。</translation>
    </message>
    <message>
        <source>%1 has no client port that can be reached from here.</source>
        <translation>%1 没有可以从这里访问的客户端端口。</translation>
    </message>
    <message>
        <source>Copy everything the card of %1 shows.</source>
        <translation>复制 %1 的卡片上显示的一切。</translation>
    </message>
    <message>
        <source>No member is selected.</source>
        <translation>没有选中成员。</translation>
    </message>
    <message>
        <source>the selected members</source>
        <translation>所选成员</translation>
    </message>
    <message>
        <source>Select one member.</source>
        <translation>请选择一个成员。</translation>
    </message>
    <message>
        <source>Restart %1 once the others make a quorum.</source>
        <translation>一旦其余成员能形成仲裁就重启 %1。</translation>
    </message>
    <message>
        <source>Browse &amp;Znodes</source>
        <translation>浏览 &amp;Znode</translation>
    </message>
    <message>
        <source>Connect to %1 alone and show the znodes as it has them.</source>
        <translation>仅连接到 %1，并显示它所持有的 znode。</translation>
    </message>
</context>
<context>
    <name>zoodock::MemberCard</name>
    <message>
        <source>Copied %1</source>
        <translation>已复制 %1</translation>
    </message>
    <message>
        <source>Copied the values of %1</source>
        <translation>已复制 %1 的值</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>action, member</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no client port</source>
        <translation>没有客户端端口</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>member, state, address</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Member of %1</source>
        <translation>%1 的成员</translation>
    </message>
    <message>
        <source>Last answer %1</source>
        <comment>%1: 4 s ago</comment>
        <translation>上次应答：%1</translation>
    </message>
    <message>
        <source>The greyed figures are as old as that.</source>
        <translation>灰色的数值就是那时的。</translation>
    </message>
    <message>
        <source>Actions of %1</source>
        <translation>%1 的操作</translation>
    </message>
    <message>
        <source>At least since %1</source>
        <translation>至少自 %1 起</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Figures of %1</source>
        <comment>%1: 4 s ago</comment>
        <translation>数据时间：%1</translation>
    </message>
</context>
<context>
    <name>zoodock::MemberFigures</name>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Zxid</source>
        <translation>Zxid</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>运行时间</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Znodes</source>
        <translation>Znode</translation>
    </message>
    <message>
        <source>Minimum, average and maximum since the server&apos;s start</source>
        <translation>自服务器启动以来的最小、平均和最大值</translation>
    </message>
    <message>
        <source>Requests that are queued in the server</source>
        <translation>在服务器中排队的请求</translation>
    </message>
    <message>
        <source>Share of one processor core</source>
        <translation>占一个处理器核心的份额</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Running since %1</source>
        <translation>自 %1 起运行</translation>
    </message>
    <message>
        <source>Programs that are connected to the server, without ZooDock&apos;s own question. Other short questions to the server may show for a moment.</source>
        <translation>连接到服务器的程序，不含 ZooDock 自己的查询。对服务器的其他短暂查询可能会一时计入。</translation>
    </message>
</context>
<context>
    <name>zoodock::MissingNotice</name>
    <message>
        <source>Create…</source>
        <translation>创建…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Create this znode, and those above it that are missing</source>
        <translation>创建此 znode 以及缺少的上级 znode</translation>
    </message>
    <message>
        <source>Show It</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>%1 has been created meanwhile.</source>
        <translation>%1 现在已被创建。</translation>
    </message>
</context>
<context>
    <name>zoodock::NetworkPage</name>
    <message>
        <source>&amp;Host: the host&apos;s own network; every port is the host&apos;s</source>
        <translation>主机(&amp;H)：主机自身的网络；直接使用主机端口</translation>
    </message>
    <message>
        <source>&amp;Network:</source>
        <translation>网络(&amp;N)：</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>How members reach each other, and how programs reach them.</source>
        <translation>成员之间如何通信，以及程序如何访问它们。</translation>
    </message>
    <message>
        <source>A network of its own, “%1”</source>
        <translation>专用网络“%1”</translation>
    </message>
    <message>
        <source>The existing network “%1”</source>
        <translation>现有网络“%1”</translation>
    </message>
    <message>
        <source>&amp;Bridge: a Docker network; chosen ports are published</source>
        <translation>桥接(&amp;B)：Docker 网络；发布所选端口</translation>
    </message>
</context>
<context>
    <name>zoodock::NoMatches</name>
    <message>
        <source>Clear the Filter</source>
        <translation>清除筛选条件</translation>
    </message>
    <message>
        <source>%1 has no children that the filter could show.</source>
        <translation>%1 没有可供筛选的子节点。</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %Ln children of %1.</source>
        <translation>
            <numerusform>筛选条件隐藏了 %1 的全部 %Ln 个子节点。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::Notices</name>
    <message>
        <source>&amp;Dismiss</source>
        <translation>关闭(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>A change of “%1” was interrupted. Its page “Overview” tells what can be done.</source>
        <translation>对“%1”的更改被中断。它的“概览”页会说明可以怎么做。</translation>
    </message>
    <message>
        <source>“%1” was removed outside this window.</source>
        <translation>“%1”已在此窗口之外被移除。</translation>
    </message>
    <message>
        <source>“%1” is gone: its containers were removed outside ZooDock.</source>
        <translation>“%1”已消失：它的容器在 ZooDock 之外被移除。</translation>
    </message>
    <message>
        <source>“%1” is no longer one cluster of that name: its containers were changed outside ZooDock. What there is now stands in the list of clusters.</source>
        <translation>“%1”不再是该名称的集群：它的容器在 ZooDock 之外被更改。现有的集群见集群列表。</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <comment>clusters that are gone</comment>
        <translation>
            <numerusform>…另有 %Ln 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::Notifier</name>
    <message>
        <source>“%1” has its quorum again</source>
        <translation>“%1”已恢复仲裁</translation>
    </message>
    <message>
        <source>“%1” has lost its quorum</source>
        <translation>“%1”已失去仲裁</translation>
    </message>
</context>
<context>
    <name>zoodock::Operation</name>
    <message>
        <source>This has not ended yet.</source>
        <translation>此操作尚未结束。</translation>
    </message>
    <message numerus="yes">
        <source>This did not end within %Ln second(s) and was stopped. Try again, or look at what keeps the machine busy.</source>
        <translation>
            <numerusform>此操作在 %Ln 秒内没有结束，已被停止。请重试，或查看是什么让机器忙碌。</numerusform>
        </translation>
    </message>
    <message>
        <source>A step of this work disappeared before it ended. Try again; if it happens again, please report it as a bug.</source>
        <translation>这项工作的一个步骤在结束前消失了。请重试；如果再次发生，请作为缺陷报告。</translation>
    </message>
</context>
<context>
    <name>zoodock::OverviewPage</name>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
</context>
<context>
    <name>zoodock::PageList</name>
    <message>
        <source>Something on this page stands in the way.</source>
        <translation>此页上有内容需要先改正。</translation>
    </message>
</context>
<context>
    <name>zoodock::PathBar</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Up to the parent</source>
        <translation>转到父节点</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Path of a znode, such as /brokers/ids</source>
        <translation>znode 的路径，例如 /brokers/ids</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Paths that you want to find again</source>
        <translation>您想再次找到的路径</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action, its shortcut</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Remove the Bookmark of This Znode</source>
        <translation>移除此 znode 的书签(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Add a Bookmark for This Znode</source>
        <translation>为此 znode 添加书签(&amp;A)</translation>
    </message>
</context>
<context>
    <name>zoodock::PlanTask</name>
    <message>
        <source>%1 What had been made was removed again.</source>
        <translation>%1已创建的内容均已移除。</translation>
    </message>
    <message>
        <source>%1 On the way back this could not be removed: %2. Remove the cluster once Docker answers again.</source>
        <translation>%1撤销时无法移除：%2。Docker 恢复应答后请移除该集群。</translation>
    </message>
    <message>
        <source>Others started “%1”. Adopt it before you change it, or choose another name for a new cluster.</source>
        <translation>“%1”由他人启动。更改之前请先接管它，或为新集群另选名称。</translation>
    </message>
    <message>
        <source>%1 The containers were kept, as asked: look into them, wait, or remove the cluster.</source>
        <translation>%1已按要求保留容器：请查看它们、等待，或移除集群。</translation>
    </message>
    <message>
        <source>Take free ports in place of taken ones</source>
        <translation>用空闲端口替换被占用的端口</translation>
    </message>
</context>
<context>
    <name>zoodock::PortTableModel</name>
    <message>
        <source>%1 (observer)</source>
        <translation>%1（观察者）</translation>
    </message>
    <message>
        <source>The AdminServer is switched off.</source>
        <translation>AdminServer 已关闭。</translation>
    </message>
    <message>
        <source>Not published; inside the network it is %1.</source>
        <translation>未发布；在网络内为 %1。</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>member, kind of port, port</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>cell, finding</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Quorum</source>
        <translation>仲裁</translation>
    </message>
    <message>
        <source>Election</source>
        <translation>选举</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>The container is called “%1”.</source>
        <translation>容器名为“%1”。</translation>
    </message>
    <message>
        <source>On the Docker network it is reached by this name; the container is called “%1”.</source>
        <translation>在 Docker 网络上以此名称访问它；容器名为“%1”。</translation>
    </message>
</context>
<context>
    <name>zoodock::PortsPage</name>
    <message>
        <source>Ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>On the host&apos;s own network every member knows the ports of all others: when one changes, all members are made anew at once, and nobody serves for a moment.</source>
        <translation>在主机网络上，每个成员都记着其他所有成员的端口：其中一个改变时，所有成员会同时重建，其间暂时没有成员提供服务。</translation>
    </message>
    <message>
        <source>Where programs on the host reach the members. Inside the Docker network the ports stay as they are. A member whose port changes is made anew, with its data.</source>
        <translation>主机上的程序通过这些端口访问各成员。Docker 网络内部的端口保持不变。端口改变的成员会重建，数据保留。</translation>
    </message>
</context>
<context>
    <name>zoodock::PortsPanel</name>
    <message>
        <source>&amp;Quorum ports</source>
        <translation>仲裁端口(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Election ports</source>
        <translation>选举端口(&amp;E)</translation>
    </message>
    <message>
        <source>A&amp;dmin ports</source>
        <translation>管理端口(&amp;D)</translation>
    </message>
    <message>
        <source>C&amp;lient ports</source>
        <translation>客户端端口(&amp;L)</translation>
    </message>
    <message>
        <source>Address of the %1</source>
        <translation>%1的地址</translation>
    </message>
    <message>
        <source>127.0.0.1: programs on the host alone. 0.0.0.0: every machine that reaches the host.</source>
        <translation>127.0.0.1：仅限主机上的程序。0.0.0.0：所有能访问该主机的机器。</translation>
    </message>
    <message>
        <source>Ports of the host</source>
        <translation>主机的端口</translation>
    </message>
    <message>
        <source>&amp;Ports of the engine&apos;s host that will be taken:</source>
        <translation>引擎主机上将占用的端口(&amp;P)：</translation>
    </message>
    <message>
        <source>Propose &amp;Free Ports</source>
        <translation>建议空闲端口(&amp;F)</translation>
    </message>
    <message>
        <source>Takes free ports in place of those that something speaks against.</source>
        <translation>把有问题的端口换成空闲端口。</translation>
    </message>
    <message>
        <source>Forgets the ports that were entered, and looks for free ones again.</source>
        <translation>忘记已输入的端口，并重新寻找空闲的端口。</translation>
    </message>
    <message>
        <source>Listen on:</source>
        <translation>监听：</translation>
    </message>
    <message>
        <source>Publish on the host:</source>
        <translation>在主机上发布：</translation>
    </message>
    <message>
        <source>Names of the members, and &amp;ports of the engine&apos;s host that will be taken:</source>
        <translation>成员的名称，以及将占用的引擎主机端口(&amp;P)：</translation>
    </message>
</context>
<context>
    <name>zoodock::ProblemLine</name>
    <message>
        <source>Look Again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>恢复 %1</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>启动 %1</translation>
    </message>
    <message>
        <source>Copy Address</source>
        <translation>复制地址</translation>
    </message>
</context>
<context>
    <name>zoodock::ProcessStream</name>
    <message>
        <source>“%1” could not be started. Install it, or correct its path in ZooDock&apos;s settings.</source>
        <translation>无法启动“%1”。请安装它，或在 ZooDock 的设置中更正其路径。</translation>
    </message>
    <message>
        <source>“%1” ended abruptly: it crashed or was killed. It is worth trying again.</source>
        <translation>“%1”意外退出：它崩溃了或被强制终止。可以重试。</translation>
    </message>
    <message>
        <source>“%1” stopped reporting. Check that what it talks to is up, then try again.</source>
        <translation>“%1”不再报告。请检查它所连接的对象是否在运行，然后重试。</translation>
    </message>
</context>
<context>
    <name>zoodock::Question</name>
    <message>
        <source>%1 [y/N] </source>
        <comment>question; type these letters</comment>
        <translation>%1（y/N）</translation>
    </message>
</context>
<context>
    <name>zoodock::QuestionList</name>
    <message>
        <source>Four-letter words</source>
        <translation>四字命令</translation>
    </message>
    <message>
        <source>AdminServer</source>
        <translation>AdminServer</translation>
    </message>
    <message>
        <source>What to ask</source>
        <translation>查询内容</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>four-letter word, what it asks for</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>zoodock::QuickOpen</name>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Visited</source>
        <translation>访问过</translation>
    </message>
    <message>
        <source>Znode</source>
        <translation>znode</translation>
    </message>
    <message>
        <source>As typed</source>
        <translation>按输入的路径</translation>
    </message>
    <message>
        <source>Quick Open</source>
        <translation>快速打开</translation>
    </message>
    <message>
        <source>Part of a cluster&apos;s, member&apos;s or znode&apos;s name, or a path</source>
        <translation>集群、成员或 znode 名称的一部分，或一个路径</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Where you can go</source>
        <translation>可以去的地方</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>cluster, member</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Nothing fits. Of the znodes only those are known that were expanded; type a path, such as /brokers, to go anywhere.</source>
        <translation>没有匹配项。只能查找已展开过的 znode；输入路径（例如 /brokers）即可前往任何地方。</translation>
    </message>
    <message>
        <source>Enter goes there, Tab takes over the path, Escape closes.</source>
        <translation>Enter 转到，Tab 填入该路径，Esc 关闭。</translation>
    </message>
</context>
<context>
    <name>zoodock::QuorumBar</name>
    <message>
        <source>Quorum: %1</source>
        <translation>仲裁：%1</translation>
    </message>
    <message numerus="yes">
        <source>The mark shows the majority: %Ln vote(s).</source>
        <translation>
            <numerusform>标记表示多数：%Ln 票。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
</context>
<context>
    <name>zoodock::QuorumWait</name>
    <message>
        <source>there is a quorum; waiting for %1</source>
        <translation>已有仲裁；正在等待 %1</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 does not stay up. %2</source>
        <translation>%1 无法保持运行。%2</translation>
    </message>
    <message>
        <source>It ended by an unexpected error (1).</source>
        <translation>它因意外错误退出（1）。</translation>
    </message>
    <message>
        <source>Its configuration is bad (2).</source>
        <translation>其配置有误（2）。</translation>
    </message>
    <message>
        <source>The members were started, but did not serve in time. %1 Perhaps they only need more time.</source>
        <translation>成员已启动，但没有及时提供服务。%1也许它们只是需要更多时间。</translation>
    </message>
</context>
<context>
    <name>zoodock::RemovalDialog</name>
    <message>
        <source>Remove Cluster</source>
        <translation>移除集群</translation>
    </message>
    <message>
        <source>Remove the cluster “%1”?</source>
        <translation>要移除集群“%1”吗？</translation>
    </message>
    <message>
        <source>&amp;This goes, and cannot be brought back:</source>
        <translation>以下内容将消失，且无法恢复(&amp;T)：</translation>
    </message>
    <message>
        <source>What will be removed</source>
        <translation>将被移除的内容</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln container(s)</source>
        <translation>
            <numerusform>%Ln 个容器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln network(s)</source>
        <translation>
            <numerusform>%Ln 个网络</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster file(s)</source>
        <translation>
            <numerusform>%Ln 个集群文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln data volume(s), with everything stored in them</source>
        <translation>
            <numerusform>%Ln 个数据卷，连同其中保存的一切</numerusform>
        </translation>
    </message>
    <message>
        <source>The data will be gone.</source>
        <translation>数据将一并删除。</translation>
    </message>
    <message>
        <source>The data volumes stay. A new cluster of the same name takes them up again.</source>
        <translation>数据卷会保留。同名的新集群会重新使用它们。</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln cluster(s): %1?</source>
        <translation>
            <numerusform>要移除 %Ln 个集群：%1？</numerusform>
        </translation>
    </message>
    <message>
        <source>Docker counts what ZooKeeper keeps ready for its logs, too: far less may be stored.</source>
        <translation>Docker 把 ZooKeeper 为日志预留的空间也计算在内：实际存储的可能少得多。</translation>
    </message>
    <message>
        <source>%1 (up to %2)</source>
        <comment>volume, size</comment>
        <translation>%1（最多 %2）</translation>
    </message>
    <message>
        <source>&amp;Also delete the data: %1</source>
        <comment>6 volumes with up to 384.0 MiB of data</comment>
        <translation>同时删除数据(&amp;A)：%1</translation>
    </message>
</context>
<context>
    <name>zoodock::RemoveChange</name>
    <message>
        <source>The values are too large to be kept for an undo: this deletion cannot be taken back.</source>
        <translation>值太大，无法为撤销保留：此次删除不能撤销。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ephemeral znode(s) come back as ephemeral znodes of this connection: their owners cannot be brought back.</source>
        <translation>
            <numerusform>%Ln 个临时 znode 将作为此连接的临时 znode 恢复：其所有者无法恢复。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln znode(s) could not be read and cannot be brought back.</source>
        <translation>
            <numerusform>%Ln 个 znode 无法读取，也无法恢复。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln znode(s) were created at or below %1 meanwhile: they are not deleted, nor is what they lie below. Everything else is.</source>
        <translation>
            <numerusform>其间在 %1 及其下级新建了 %Ln 个 znode：它们及其上级节点未被删除，其余均已删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Others create and delete znodes below %1, so not everything is deleted. Delete it again.</source>
        <translation>有其他程序在 %1 之下创建和删除 znode，因此没有全部删除。请再次删除。</translation>
    </message>
    <message numerus="yes">
        <source>The server hides password hashes in the access lists of %Ln znode(s): Undo brings them back without the users of these.</source>
        <translation>
            <numerusform>服务器隐藏了 %Ln 个 znode 的访问控制列表中的密码哈希：撤销恢复它们时不包含这些用户。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::RemoveTask</name>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Remove the containers</source>
        <translation>移除容器</translation>
    </message>
    <message>
        <source>Remove the network</source>
        <translation>移除网络</translation>
    </message>
    <message>
        <source>Remove the volumes</source>
        <translation>移除数据卷</translation>
    </message>
    <message>
        <source>Keep the volumes</source>
        <translation>保留数据卷</translation>
    </message>
    <message>
        <source>Remove the cluster file</source>
        <translation>移除集群文件</translation>
    </message>
    <message>
        <source>There is no cluster “%1”. Look at the list of clusters for its name.</source>
        <translation>没有集群“%1”。请在集群列表中查看它的名称。</translation>
    </message>
    <message>
        <source>Not everything of “%1” could be removed. This is left: %2. %3</source>
        <translation>“%1”未能全部移除。剩余：%2。%3</translation>
    </message>
    <message>
        <source>The damaged file was kept as %1</source>
        <translation>损坏的文件保留为 %1</translation>
    </message>
    <message>
        <source>The removal of “%1” was stopped in the middle. Remove it again to take the rest.</source>
        <translation>移除“%1”的过程中途停止。请再次移除以清除其余部分。</translation>
    </message>
</context>
<context>
    <name>zoodock::RestartTask</name>
    <message>
        <source>Restart %1 member by member</source>
        <translation>逐个成员重启 %1</translation>
    </message>
    <message>
        <source>There is no cluster “%1”. Look at the list of clusters for its name.</source>
        <translation>没有集群“%1”。请在集群列表中查看它的名称。</translation>
    </message>
    <message>
        <source>%1 has no container that could be restarted. Start it: that makes it anew.</source>
        <translation>%1 没有可以重启的容器。请启动它：这会重新创建。</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>重启 %1</translation>
    </message>
    <message>
        <source>The cluster “%1” has no such member. Look at its members.</source>
        <translation>集群“%1”没有这个成员。请查看它的成员。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) of %1 had been restarted; the others were left alone.</source>
        <translation>
            <numerusform>已重启 %1 的 %Ln 个成员；其余未动。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Wait for the quorum</source>
        <translation>等待达成仲裁</translation>
    </message>
</context>
<context>
    <name>zoodock::Retry</name>
    <message>
        <source>&amp;Try Again with Free Ports</source>
        <translation>用空闲端口重试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Try Again and Wait Longer</source>
        <translation>重试并等待更久(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>重试(&amp;T)</translation>
    </message>
</context>
<context>
    <name>zoodock::ReviewPage</name>
    <message>
        <source>Nothing speaks against it.</source>
        <translation>未发现问题。</translation>
    </message>
    <message>
        <source>What will be run</source>
        <translation>将要运行的内容</translation>
    </message>
    <message>
        <source>Docker commands</source>
        <translation>Docker 命令</translation>
    </message>
    <message>
        <source>&amp;Docker commands</source>
        <translation>Docker 命令(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Member:</source>
        <translation>成员(&amp;M)：</translation>
    </message>
    <message>
        <source>zoo.cfg of the member</source>
        <translation>成员的 zoo.cfg</translation>
    </message>
    <message>
        <source>&amp;zoo.cfg</source>
        <translation>zoo.cfg(&amp;Z)</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>What will be made. Nothing has been changed on the engine so far.</source>
        <translation>将要创建的内容。到目前为止引擎上没有任何更改。</translation>
    </message>
    <message>
        <source>Show the Field</source>
        <translation>显示该字段</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another place.</source>
        <translation>无法写入 %1：%2。请选择其他位置。</translation>
    </message>
    <message>
        <source>There are no commands yet: first mend what stands in the way.</source>
        <translation>还没有命令：请先改正有问题的内容。</translation>
    </message>
</context>
<context>
    <name>zoodock::RollingTask</name>
    <message>
        <source>%1 was left alone: without it there would be no quorum. Start the members that do not serve, then try again.</source>
        <translation>%1 未动：失去它就没有仲裁。请启动未提供服务的成员，然后重试。</translation>
    </message>
</context>
<context>
    <name>zoodock::Screenshot</name>
    <message>
        <source>zoodock: The screenshot could not be written to %1.</source>
        <translation>zoodock：无法将截图写入 %1。</translation>
    </message>
    <message>
        <source>zoodock: %1</source>
        <translation>zoodock：%1</translation>
    </message>
</context>
<context>
    <name>zoodock::SearchPanel</name>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Search for</source>
        <translation>搜索内容</translation>
    </message>
    <message>
        <source>Znodes found</source>
        <translation>找到的 znode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>In its value</source>
        <translation>值中的匹配</translation>
    </message>
    <message>
        <source>Search below %1:</source>
        <translation>在 %1 之下搜索：</translation>
    </message>
    <message>
        <source>%1 found; looked at %2 of %3 znodes known so far.</source>
        <translation>找到 %1 个；已查看目前已知的 %3 个 znode 中的 %2 个。</translation>
    </message>
    <message>
        <source>The first %1 are shown; there may be more. Search for something longer.</source>
        <translation>只显示前 %1 个；可能还有更多。请搜索更长的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln znode(s) could not be read for want of permission.</source>
        <translation>
            <numerusform>%Ln 个 znode 因没有权限而无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message numerus="yes">
        <source>%1 found in %Ln znode(s).</source>
        <translation>
            <numerusform>在 %Ln 个 znode 中找到 %1 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %1 found, %Ln znode(s) looked at.</source>
        <translation>
            <numerusform>已停止：找到 %1 个，查看了 %Ln 个 znode。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The expression took too long on %Ln znode(s), which were passed over. Make it simpler.</source>
        <translation>
            <numerusform>表达式在 %Ln 个 znode 上耗时过长，已将其跳过。请简化表达式。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its znodes were left before the search came to its end.</source>
        <translation>搜索结束之前已离开这些 znode。</translation>
    </message>
    <message>
        <source>Search below %1 in %2</source>
        <translation>在 %2 中搜索 %1 之下的 znode</translation>
    </message>
    <message>
        <source>Look through the znodes</source>
        <translation>逐个查看 znode</translation>
    </message>
    <message>
        <source>Search for “%1” below %2 in %3</source>
        <translation>在 %3 中搜索 %2 之下的“%1”</translation>
    </message>
    <message>
        <source>The connection is lost. The search goes on when it is back.</source>
        <translation>连接已断开。恢复后搜索会继续。</translation>
    </message>
    <message>
        <source>Then the connection was made anew. Search again to find the rest.</source>
        <translation>之后重新建立了连接。请再次搜索以找出其余的。</translation>
    </message>
    <message>
        <source>Search below %1 for</source>
        <translation>要在 %1 之下搜索的内容</translation>
    </message>
    <message>
        <source>Searched below %1.</source>
        <translation>搜索范围为 %1 之下。</translation>
    </message>
</context>
<context>
    <name>zoodock::ServerInspector</name>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>监控指标</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Sessions and ephemeral znodes</source>
        <translation>会话和临时 znode</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>监视</translation>
    </message>
    <message>
        <source>Does it run?</source>
        <translation>在运行吗？</translation>
    </message>
    <message>
        <source>Read-only?</source>
        <translation>只读吗？</translation>
    </message>
</context>
<context>
    <name>zoodock::ServerPage</name>
    <message>
        <source>Show only rows with…</source>
        <translation>只显示包含此内容的行…</translation>
    </message>
    <message>
        <source>Show only rows with this text</source>
        <translation>只显示包含此文本的行</translation>
    </message>
    <message>
        <source>Ask Again</source>
        <translation>重新查询</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the whole answer as a table</source>
        <translation>把整个回答复制为表格</translation>
    </message>
    <message>
        <source>Open in Browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>asked at %1</source>
        <translation>查询于 %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>The answer is copied.</source>
        <translation>已复制回答。</translation>
    </message>
    <message>
        <source>Show only rows with this text (Ctrl+F)</source>
        <translation>只显示包含此文本的行 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Ask the server again (F5)</source>
        <translation>重新向服务器查询 (F5)</translation>
    </message>
    <message>
        <source>The address is copied.</source>
        <translation>已复制地址。</translation>
    </message>
    <message>
        <source>The desktop was asked to open %1. If nothing opens, copy that address into a browser.</source>
        <translation>已请求桌面打开 %1。如果没有任何窗口打开，请把该地址复制到浏览器中。</translation>
    </message>
    <message>
        <source>No browser could be started. Open this address in one: %1</source>
        <translation>无法启动浏览器。请在浏览器中打开此地址：%1</translation>
    </message>
</context>
<context>
    <name>zoodock::ServerSide</name>
    <message>
        <source>M&amp;ember:</source>
        <translation>成员(&amp;E)：</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
</context>
<context>
    <name>zoodock::ServingWait</name>
    <message>
        <source>The quorum did not come back in time. %1 Look at the members&apos; logs, or allow more time.</source>
        <translation>仲裁没有及时恢复。%1请查看成员的日志，或给予更多时间。</translation>
    </message>
    <message>
        <source>Members did not serve in time: %1. %2 Look at their logs, or allow more time.</source>
        <translation>有成员没有及时提供服务：%1。%2请查看它们的日志，或给予更多时间。</translation>
    </message>
    <message>
        <source>waiting for the quorum</source>
        <translation>等待仲裁</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>等待 %1</translation>
    </message>
</context>
<context>
    <name>zoodock::SetAclChange</name>
    <message>
        <source>%1 may not be read, so what is below it is unknown. Sign in with credentials that allow it. Nothing was changed.</source>
        <translation>无法读取 %1，因此不知道其下有什么。请用有权限的凭据登录。未作任何更改。</translation>
    </message>
    <message>
        <source>Somebody else changed the ACL of %1 meanwhile. Read it again, then decide.</source>
        <translation>其间有人更改了 %1 的 ACL。请重新读取，然后决定。</translation>
    </message>
</context>
<context>
    <name>zoodock::SetChange</name>
    <message>
        <source>Somebody else changed %1 meanwhile: it has version %2 now. Compare both values, then decide.</source>
        <translation>其间有人更改了 %1：现在是版本 %2。请比较两个值，然后决定。</translation>
    </message>
    <message>
        <source>Somebody else deleted %1 meanwhile. Create it again if you still need it.</source>
        <translation>其间有人删除了 %1。如果仍需要，请重新创建。</translation>
    </message>
</context>
<context>
    <name>zoodock::SettingTableModel</name>
    <message>
        <source>%1 to %2</source>
        <comment>range</comment>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <comment>range</comment>
        <translation>%1 或更多</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Restart policy</source>
        <translation>重启策略</translation>
    </message>
    <message>
        <source>Whether Docker starts a member again that has ended, and when the engine itself starts: “unless-stopped” does both but for members that were stopped on purpose.</source>
        <translation>成员退出后以及引擎启动时，Docker 是否重新启动成员：“unless-stopped”两种情况都会重新启动，但有意停止的成员除外。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Named volumes keep the data when a container is removed and made anew. Without them the data goes with the container.</source>
        <translation>命名卷在容器被移除并重新创建时保留数据。没有它们，数据会随容器消失。</translation>
    </message>
    <message>
        <source>in named volumes</source>
        <translation>在命名卷中</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>不保留</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>explanation, why it cannot be set</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>setting, column, cell</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>sentence, remedy</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始版本</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置项</translation>
    </message>
</context>
<context>
    <name>zoodock::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Docker</source>
        <translation>Docker</translation>
    </message>
    <message>
        <source>Docker command</source>
        <translation>Docker 命令</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Choose the docker command</source>
        <translation>选择 Docker 命令</translation>
    </message>
    <message>
        <source>&amp;Docker command:</source>
        <translation>Docker 命令(&amp;D)：</translation>
    </message>
    <message>
        <source>Docker context</source>
        <translation>Docker 上下文</translation>
    </message>
    <message>
        <source>The engine that is watched from the start and that new clusters are made on.</source>
        <translation>启动后即监控、并用于创建新集群的引擎。</translation>
    </message>
    <message>
        <source>Docker&apos;s current context</source>
        <translation>Docker 的当前上下文</translation>
    </message>
    <message>
        <source>Conte&amp;xt:</source>
        <translation>上下文(&amp;X)：</translation>
    </message>
    <message>
        <source>New clusters</source>
        <translation>新集群</translation>
    </message>
    <message>
        <source>Image of new clusters</source>
        <translation>新集群的镜像</translation>
    </message>
    <message>
        <source>The local image if it is there, else zookeeper:3.9</source>
        <translation>有本地镜像时用它，否则用 zookeeper:3.9</translation>
    </message>
    <message>
        <source>&amp;Image:</source>
        <translation>镜像(&amp;I)：</translation>
    </message>
    <message>
        <source>First client port</source>
        <translation>首个客户端端口</translation>
    </message>
    <message>
        <source>The first member of a new cluster gets this port, or the next one that is free.</source>
        <translation>新集群的第一个成员使用此端口，或下一个空闲端口。</translation>
    </message>
    <message>
        <source>First client &amp;port:</source>
        <translation>首个客户端端口(&amp;P)：</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>监控</translation>
    </message>
    <message>
        <source>Pause between two questions to a settled member</source>
        <translation>成员稳定时两次查询之间的间隔</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>Every question costs the server a line in its log.</source>
        <translation>每次查询都会在服务器的日志中留下一行。</translation>
    </message>
    <message>
        <source>Ask a &amp;settled member every:</source>
        <translation>成员稳定时的查询间隔(&amp;S)：</translation>
    </message>
    <message>
        <source>Pause between two questions while a cluster is not settled</source>
        <translation>集群不稳定时两次查询之间的间隔</translation>
    </message>
    <message>
        <source>While there is no quorum, or a member does not answer.</source>
        <translation>没有仲裁或有成员不应答时。</translation>
    </message>
    <message>
        <source>Ask in &amp;unsettled times every:</source>
        <translation>不稳定时的查询间隔(&amp;U)：</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>主题(&amp;T)：</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Through the desktop, while no window of ZooDock is in front.</source>
        <translation>当 ZooDock 的窗口都不在最前面时，通过桌面通知。</translation>
    </message>
    <message>
        <source>Choose the Docker Command</source>
        <translation>选择 Docker 命令</translation>
    </message>
    <message>
        <source>Give the name or the path of the docker command.</source>
        <translation>请给出 docker 命令的名称或路径。</translation>
    </message>
    <message>
        <source>There is no program “%1” here. Install it, or give the path of another one.</source>
        <translation>这里没有程序“%1”。请安装它，或给出其他程序的路径。</translation>
    </message>
    <message>
        <source>A context&apos;s name has letters, digits, and . _ + - only; leave it empty for docker&apos;s own.</source>
        <translation>上下文的名称只含字母、数字和 . _ + -；留空即使用 docker 自己的。</translation>
    </message>
    <message>
        <source>An image is named like “zookeeper:3.9”; leave it empty for the default.</source>
        <translation>镜像的名称类似“zookeeper:3.9”；留空即使用默认值。</translation>
    </message>
    <message>
        <source>Log lines kept of each member</source>
        <translation>每个成员保留的日志行数</translation>
    </message>
    <message>
        <source>Older lines are dropped from the page “Logs”; the member&apos;s own log keeps them.</source>
        <translation>较旧的行会从“日志”页中丢弃；成员自己的日志仍保留它们。</translation>
    </message>
    <message>
        <source>Log lines &amp;kept of each member:</source>
        <translation>每个成员保留的日志行数(&amp;K)：</translation>
    </message>
    <message>
        <source>Name of the Docker context</source>
        <translation>Docker 上下文的名称</translation>
    </message>
    <message>
        <source>&amp;Notify me when a quorum is lost or regained while ZooDock is not in front</source>
        <translation>窗口不在最前面时，如果集群失去或恢复仲裁，则通知我(&amp;N)</translation>
    </message>
    <message>
        <source>Docker has no context “%1” now. Choose another one, or make it with “docker context create %1”.</source>
        <translation>Docker 现在没有上下文“%1”。请另选一个，或用“docker context create %1”创建它。</translation>
    </message>
</context>
<context>
    <name>zoodock::SettingsPage</name>
    <message>
        <source>Find a setting</source>
        <translation>查找设置项</translation>
    </message>
    <message>
        <source>All &amp;Defaults</source>
        <translation>全部恢复默认(&amp;D)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>How the servers and their containers behave. Type a value, or press F2, to change one.</source>
        <translation>服务器及其容器的行为。输入值或按 F2 即可更改。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>setting, explanation</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No setting is called so.</source>
        <translation>没有这样的设置项。</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <comment>setting, its key, explanation</comment>
        <translation>%1（%2）：%3</translation>
    </message>
    <message>
        <source>Mo&amp;re lines of zoo.cfg, one key=value each:</source>
        <translation>zoo.cfg 附加行，每行一个 key=value(&amp;R)：</translation>
    </message>
    <message>
        <source>This can only be chosen for a new cluster. Duplicate this one and change the copy.</source>
        <translation>这只能在新建集群时选择。请为此集群另建副本，再更改副本。</translation>
    </message>
</context>
<context>
    <name>zoodock::Sidebar</name>
    <message>
        <source>Clusters and members</source>
        <translation>集群和成员</translation>
    </message>
    <message>
        <source>No clusters yet</source>
        <translation>还没有集群</translation>
    </message>
    <message>
        <source>&amp;New 3-Node Cluster</source>
        <translation>新建三节点集群(&amp;N)</translation>
    </message>
    <message>
        <source>Actions of what is selected</source>
        <translation>对所选对象的操作</translation>
    </message>
    <message>
        <source>Cl&amp;usters</source>
        <translation>集群(&amp;U)</translation>
    </message>
</context>
<context>
    <name>zoodock::StatPanel</name>
    <message>
        <source>Ephemeral</source>
        <translation>临时</translation>
    </message>
    <message>
        <source>goes when this connection ends (session %1)</source>
        <translation>随此连接结束而消失（会话 %1）</translation>
    </message>
    <message>
        <source>goes when session %1 ends</source>
        <translation>随会话 %1 结束而消失</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>the server deletes it after its last child went</source>
        <translation>最后一个子节点消失后，服务器会删除它</translation>
    </message>
    <message>
        <source>TTL</source>
        <translation>TTL</translation>
    </message>
    <message>
        <source>the server deletes it once it was left alone for %1 ms and has no children</source>
        <translation>闲置 %1 毫秒且没有子节点时，服务器会删除它</translation>
    </message>
    <message>
        <source>Stat</source>
        <translation>状态信息</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 UTC
%2 ms since 1970</source>
        <translation>%1 UTC
自 1970 年起 %2 毫秒</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>changes of the value</source>
        <translation>值的更改次数</translation>
    </message>
    <message>
        <source>Children version</source>
        <translation>子节点版本</translation>
    </message>
    <message>
        <source>changes of the list of children</source>
        <translation>子节点列表的更改次数</translation>
    </message>
    <message>
        <source>ACL version</source>
        <translation>ACL 版本</translation>
    </message>
    <message>
        <source>changes of the ACL</source>
        <translation>ACL 的更改次数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>Children</source>
        <translation>子节点</translation>
    </message>
    <message>
        <source>znodes directly below</source>
        <translation>直接位于其下的 znode</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>已复制 %1</translation>
    </message>
    <message>
        <source>Persistent, container or TTL</source>
        <translation>持久、容器或 TTL</translation>
    </message>
    <message>
        <source>the server does not tell which of them</source>
        <translation>服务器不说明是哪一种</translation>
    </message>
    <message>
        <source>%1 (epoch %2, counter %3)</source>
        <comment>meaning of a zxid</comment>
        <translation>%1（epoch %2，计数器 %3）</translation>
    </message>
    <message>
        <source>length of the value</source>
        <translation>值的长度</translation>
    </message>
    <message>
        <source>creation of the znode</source>
        <translation>创建该 znode</translation>
    </message>
    <message>
        <source>last change of the value</source>
        <translation>最后一次更改值</translation>
    </message>
    <message>
        <source>last child added or removed</source>
        <translation>最后一次添加或删除子节点</translation>
    </message>
</context>
<context>
    <name>zoodock::SubtreeDialog</name>
    <message>
        <source>… and %1 more</source>
        <translation>…另有 %1 个</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>要删除 %1 吗？</translation>
    </message>
    <message>
        <source>Delete %1 and everything below, %2 znodes in all?</source>
        <translation>要删除 %1 及其下的一切吗，共 %2 个 znode？</translation>
    </message>
    <message>
        <source>Delete Znodes</source>
        <translation>删除 znode</translation>
    </message>
    <message>
        <source>What will be deleted</source>
        <translation>将被删除的内容</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Undo brings back values and access lists (%1).</source>
        <translation>撤销会恢复值和访问控制列表（%1）。</translation>
    </message>
    <message>
        <source>Containers and znodes with a time to live come back as persistent ones: servers do not tell which they are.</source>
        <translation>容器 znode 和 TTL znode 会恢复为持久 znode：服务器不说明它们属于哪一种。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ephemeral znode(s) will belong to this connection after Undo, whoever made them.</source>
        <translation>
            <numerusform>撤销后，%Ln 个临时 znode 将属于此连接，无论由谁创建。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln znode(s) cannot be read by whom this connection is signed in as. Undo does not bring them back, their values are lost for good: %1</source>
        <translation>
            <numerusform>以此连接的登录身份无法读取 %Ln 个 znode。撤销不会恢复它们，它们的值将永久丢失：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server hides password hashes in the access lists of %Ln znode(s) from whom this connection is signed in as. Undo brings these znodes back without the users of the hashes.</source>
        <translation>
            <numerusform>服务器对此连接的登录身份隐藏了 %Ln 个 znode 的访问控制列表中的密码哈希。撤销恢复这些 znode 时不包含这些哈希的用户。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::TakeBackDialog</name>
    <message>
        <source>no value</source>
        <translation>没有值</translation>
    </message>
    <message numerus="yes">
        <source>text, %Ln byte(s)</source>
        <translation>
            <numerusform>文本，%Ln 字节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hex, %Ln byte(s)</source>
        <translation>
            <numerusform>十六进制，%Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>On the server now</source>
        <translation>服务器上现在的内容</translation>
    </message>
    <message>
        <source>On the server now: it is deleted</source>
        <translation>服务器上现在的内容：已删除</translation>
    </message>
    <message>
        <source>On the server now (access list, version %1)</source>
        <translation>服务器上现在的内容（访问控制列表，版本 %1）</translation>
    </message>
    <message>
        <source>On the server now (version %1, %2; %3)</source>
        <translation>服务器上现在的内容（版本 %1，%2；%3）</translation>
    </message>
    <message>
        <source>With Undo: the znode is deleted</source>
        <translation>撤销后：znode 被删除</translation>
    </message>
    <message>
        <source>With Undo (access list)</source>
        <translation>撤销后（访问控制列表）</translation>
    </message>
    <message>
        <source>With Undo (%1)</source>
        <translation>撤销后（%1）</translation>
    </message>
    <message>
        <source>Changed Meanwhile</source>
        <translation>其间已更改</translation>
    </message>
    <message>
        <source>If you go on, what they have changed is deleted or set back, too, and cannot be brought back. What they have created below stays.</source>
        <translation>如果继续，他们更改的内容也会被删除或设回原样，且无法恢复。他们在其下创建的 znode 会保留。</translation>
    </message>
    <message>
        <source>&amp;Take It Back</source>
        <translation>撤销(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>覆盖(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Compare:</source>
        <translation>比较(&amp;C)：</translation>
    </message>
    <message>
        <source>If you go on, what they have made is overwritten with what was there before, and cannot be brought back.</source>
        <translation>如果继续，他们所做的内容将被原先的内容覆盖，且无法恢复。</translation>
    </message>
</context>
<context>
    <name>zoodock::TaskButtons</name>
    <message>
        <source>Cance&amp;l</source>
        <translation>取消(&amp;L)</translation>
    </message>
    <message>
        <source>Show C&amp;ommands</source>
        <translation>显示命令(&amp;O)</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>It is being undone already.</source>
        <translation>已在撤销。</translation>
    </message>
    <message>
        <source>Stop, and undo what was done so far</source>
        <translation>停止，并撤销到目前为止所做的</translation>
    </message>
    <message>
        <source>Stop; what was done so far stays</source>
        <translation>停止；到目前为止所做的保持不变</translation>
    </message>
    <message>
        <source>It is being stopped already.</source>
        <translation>已在停止。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Opens what was asked for, to be changed and tried again</source>
        <translation>打开所请求的内容，以便更改后重试</translation>
    </message>
</context>
<context>
    <name>zoodock::TextFormat</name>
    <message>
        <source>Epoch %1, counter %2</source>
        <translation>epoch %1，计数器 %2</translation>
    </message>
    <message>
        <source>%1 / %2 / %3 ms</source>
        <comment>latency: minimum, average, maximum</comment>
        <translation>%1 / %2 / %3 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>%1 is a duration such as 4 s</comment>
        <translation>%1前</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a cluster&apos;s shown name, its own name</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>zoodock::TextTableModel</name>
    <message>
        <source>%1: %2</source>
        <comment>column, value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>zoodock::TopologyPicture</name>
    <message>
        <source>%1 at %2</source>
        <comment>member, address</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Members in the host&apos;s network: %1</source>
        <translation>成员在主机网络中：%1</translation>
    </message>
    <message>
        <source>The engine&apos;s host</source>
        <translation>引擎的主机</translation>
    </message>
    <message>
        <source>Network “%1”</source>
        <translation>网络“%1”</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>未发布</translation>
    </message>
    <message>
        <source>%1 (observer)</source>
        <comment>member</comment>
        <translation>%1（观察者）</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>members</comment>
        <translation>
            <numerusform>另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Members in the network “%1”: %2</source>
        <translation>成员在网络“%1”中：%2</translation>
    </message>
</context>
<context>
    <name>zoodock::TreePane</name>
    <message>
        <source>Filter the children</source>
        <translation>筛选子节点</translation>
    </message>
    <message>
        <source>Matching children</source>
        <translation>匹配的子节点</translation>
    </message>
    <message>
        <source>%1 of %2 children of %3 so far</source>
        <translation>%3 的 %2 个子节点中目前有 %1 个</translation>
    </message>
    <message>
        <source>%1 of %2 children of %3</source>
        <translation>%3 的 %2 个子节点中有 %1 个</translation>
    </message>
    <message>
        <source>Filter the children of %1</source>
        <translation>筛选 %1 的子节点</translation>
    </message>
    <message>
        <source>Shows only those children of %1 whose name contains what you type</source>
        <translation>只显示 %1 的子节点中名称包含所键入内容的</translation>
    </message>
    <message numerus="yes">
        <source>%Ln children</source>
        <translation>
            <numerusform>%Ln 个子节点</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::UndoChange</name>
    <message>
        <source>There is nothing to take back.</source>
        <translation>没有可以撤销的内容。</translation>
    </message>
    <message>
        <source>%1 does not exist any more. Create it again; then Undo can set it back.</source>
        <translation>%1 已不存在。请重新创建它，然后就可以用“撤销”把它设回原样。</translation>
    </message>
    <message numerus="yes">
        <source>Somebody else has changed %Ln znode(s) meanwhile, or created some below: %1.</source>
        <translation>
            <numerusform>其他人在此期间更改了 %Ln 个 znode，或在其下创建了 znode：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Somebody else has changed %Ln znode(s) meanwhile: %1.</source>
        <translation>
            <numerusform>其他人在此期间更改了 %Ln 个 znode：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln znode(s) stay: somebody else has created some below.</source>
        <translation>
            <numerusform>%Ln 个 znode 保留：其他人在其下创建了 znode。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln znode(s) do not exist any more.</source>
        <translation>
            <numerusform>%Ln 个 znode 已不存在。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Somebody else has created %Ln znode(s) again meanwhile, with another value or access list: %1. They are left as they are until you say otherwise.</source>
        <translation>
            <numerusform>其他人其间重新创建了 %Ln 个 znode，值或访问控制列表不同：%1。在您另行决定之前，它们保持原样。</numerusform>
        </translation>
    </message>
    <message>
        <source>The access list of %1 does not allow this. Sign in with credentials that it allows.</source>
        <translation>%1 的访问控制列表不允许此操作。请用它允许的凭据登录。</translation>
    </message>
    <message>
        <source>The access list of %1 allows this to nobody. Change the list, and undo again.</source>
        <translation>%1 的访问控制列表不允许任何人执行此操作。请更改该列表，然后再次撤销。</translation>
    </message>
    <message>
        <source>%1 does not exist any more. Create it again; then Undo can bring back what was below it.</source>
        <translation>%1 已不存在。请重新创建它，然后就可以用“撤销”恢复其下的内容。</translation>
    </message>
    <message>
        <source>The access list of %1 allows this to nobody, and nobody may change the list. It stays as it is, unless you sign in as the superuser of the servers.</source>
        <translation>%1 的访问控制列表不允许任何人执行此操作，也没有人可以更改该列表。除非以服务器的超级用户登录，否则它将保持现状。</translation>
    </message>
</context>
<context>
    <name>zoodock::UpVerb</name>
    <message>
        <source>“%1” is a cluster that others started. Choose another name, or manage that one: `zoodock adopt %1`.</source>
        <translation>“%1”是他人启动的集群。请另选名称，或管理那个集群：`zoodock adopt %1`。</translation>
    </message>
    <message>
        <source>“%1” exists: this plan makes what is missing of it, and starts it.</source>
        <translation>“%1”已存在：此计划创建其缺少的部分，并启动它。</translation>
    </message>
    <message>
        <source>The plan below does not know what the engine has.</source>
        <translation>下面的计划不知道引擎上有什么。</translation>
    </message>
    <message>
        <source>Warning: %1 %2</source>
        <translation>警告：%1%2</translation>
    </message>
    <message>
        <source>Trying again with other ports.</source>
        <translation>正在用其他端口重试。</translation>
    </message>
    <message>
        <source>%1 To finish the creation with free ports instead: `zoodock up %2 --yes`.</source>
        <translation>%1若要改用空闲端口完成创建，请运行：`zoodock up %2 --yes`。</translation>
    </message>
    <message>
        <source>Finish the creation with free ports instead?</source>
        <translation>改用空闲端口完成创建吗？</translation>
    </message>
    <message>
        <source>Started, and left running: %1. `zoodock stop %2` stops the cluster.</source>
        <translation>已启动并继续运行：%1。`zoodock stop %2` 可停止该集群。</translation>
    </message>
    <message>
        <source>Interrupted: what docker was told to start goes on running. One moment…</source>
        <translation>已中断：已交给 docker 启动的成员将继续运行，请稍候…</translation>
    </message>
    <message>
        <source>Interrupted: nobody waits for the quorum any more.</source>
        <translation>已中断：不再等待仲裁。</translation>
    </message>
    <message>
        <source>zoodock: %1</source>
        <translation>zoodock：%1</translation>
    </message>
    <message>
        <source>Whether docker starts the others, too, `zoodock status %1` tells.</source>
        <translation>docker 是否也启动了其余成员，请用 `zoodock status %1` 查看。</translation>
    </message>
    <message>
        <source>What was missing of “%1” is made and started, and stays.</source>
        <translation>“%1”缺少的部分已创建并启动，将予以保留。</translation>
    </message>
    <message>
        <source>Members that were there before, and that it started, go on running.</source>
        <translation>原先已存在并由本次操作启动的成员将继续运行。</translation>
    </message>
    <message>
        <source>“%1” was created, and stays.</source>
        <translation>“%1”已创建，将予以保留。</translation>
    </message>
    <message>
        <source>Nobody waited for the quorum. `zoodock status %1` tells whether there is one.</source>
        <translation>没有等待仲裁。请用 `zoodock status %1` 查看是否已达成仲裁。</translation>
    </message>
    <message>
        <source>Interrupted: a member that is being made anew is put back to the settings it had; those that are done keep the new ones. One moment…</source>
        <translation>已中断：正在重新创建的成员会恢复原来的设置；已完成的成员保留新设置，请稍候…</translation>
    </message>
    <message>
        <source>Interrupted: undoing what was made. One moment…</source>
        <translation>已中断：正在撤销已完成的部分，请稍候…</translation>
    </message>
</context>
<context>
    <name>zoodock::ValueBar</name>
    <message>
        <source>Pretty</source>
        <translation>格式化</translation>
    </message>
    <message>
        <source>Lay the text out for reading; saving keeps it as it is</source>
        <translation>为便于阅读而排版；保存时保持原样</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>Show and change the bytes themselves</source>
        <translation>显示和更改字节本身</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Charset</source>
        <translation>字符集</translation>
    </message>
    <message>
        <source>How the bytes are read as text, and written when you save</source>
        <translation>字节如何作为文本读取，以及保存时如何写入</translation>
    </message>
    <message>
        <source>Highlighting</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>What the text is highlighted as</source>
        <translation>按什么格式高亮文本</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性文件</translation>
    </message>
    <message>
        <source>Forget your changes and show what the server has</source>
        <translation>放弃您的更改，显示服务器上的内容</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the value to the server (Ctrl+S)</source>
        <translation>把值写入服务器 (Ctrl+S)</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>没有值</translation>
    </message>
    <message>
        <source>The server holds no value at all, which is not the same as an empty one</source>
        <translation>服务器上根本没有值，这与空值不同</translation>
    </message>
</context>
<context>
    <name>zoodock::ValueCodec</name>
    <message>
        <source>%1 has no “%2”. Choose another charset, for example UTF-8, or leave that character out.</source>
        <translation>%1 中没有“%2”。请选择其他字符集，例如 UTF-8，或去掉该字符。</translation>
    </message>
    <message>
        <source>“%1” is no hexadecimal digit. Use 0–9 and a–f, two for each byte.</source>
        <translation>“%1”不是十六进制数字。请使用 0–9 和 a–f，每个字节两位。</translation>
    </message>
    <message>
        <source>The last byte has one digit only. Write two for each byte.</source>
        <translation>最后一个字节只有一位数字。每个字节请写两位。</translation>
    </message>
</context>
<context>
    <name>zoodock::ValueFormat</name>
    <message>
        <source>Line %1 is not well-formed: %2. The value is shown as it is.</source>
        <translation>第 %1 行格式不正确：%2。值按原样显示。</translation>
    </message>
    <message>
        <source>This value is nested too deeply to be laid out. It is shown as it is.</source>
        <translation>此值嵌套过深，无法排版。将按原样显示。</translation>
    </message>
    <message>
        <source>Laid out, this value would be many times as long. It is shown as it is.</source>
        <translation>此值排版后会变成原来的许多倍长。将按原样显示。</translation>
    </message>
</context>
<context>
    <name>zoodock::ValuePane</name>
    <message>
        <source>Create Again</source>
        <translation>重新创建</translation>
    </message>
    <message>
        <source>Your unsaved change of %1 is kept until you come back to it.</source>
        <translation>您对 %1 的未保存更改会保留，直到您返回此处。</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>There is no connection to the cluster.</source>
        <translation>没有到集群的连接。</translation>
    </message>
    <message>
        <source>There is no znode %1 in this cluster, below which this connection looks (its chroot).</source>
        <translation>此集群中没有 znode %1，而此连接只查看它下面的内容（Chroot 路径）。</translation>
    </message>
    <message>
        <source>There is no znode %1 now. It is shown again as soon as it is there.</source>
        <translation>现在没有 znode %1。一旦出现就会重新显示。</translation>
    </message>
    <message>
        <source>%1 was deleted by somebody else while you edit it. Your text stays here: create the znode again, or copy it.</source>
        <translation>您正在编辑时，其他人删除了 %1。您的文本保留在此处：请重新创建该 znode，或复制文本。</translation>
    </message>
    <message>
        <source>%1 was deleted by somebody else. This was its last value: create the znode again, or copy it.</source>
        <translation>其他人删除了 %1。这是它的最后一个值：请重新创建该 znode，或复制该值。</translation>
    </message>
    <message>
        <source>Somebody deleted this znode and made it anew while you edit it. Save shows both values.</source>
        <translation>您正在编辑时，有人删除并重新创建了此 znode。保存时会同时显示两个值。</translation>
    </message>
    <message>
        <source>The value on the server is version %1 by now, you edit version %2. Save shows both.</source>
        <translation>服务器上的值现在是版本 %1，您编辑的是版本 %2。保存时会显示两者。</translation>
    </message>
    <message>
        <source>Create this znode with the text below</source>
        <translation>用下面的文本创建此 znode</translation>
    </message>
    <message>
        <source>The session of this connection has ended, and its ephemeral znode %1 with it. Your text stays here: create the znode again, or copy it.</source>
        <translation>此连接的会话已结束，其临时 znode %1 也随之消失。您的文本保留在此处：请重新创建该 znode，或复制文本。</translation>
    </message>
    <message>
        <source>The session of this connection has ended, and its ephemeral znode %1 with it. This was its last value: create the znode again, or copy it.</source>
        <translation>此连接的会话已结束，其临时 znode %1 也随之消失。这是它的最后一个值：请重新创建该 znode，或复制该值。</translation>
    </message>
    <message>
        <source>This is of the cluster before it was made anew. Save shows both values.</source>
        <translation>这来自重新创建之前的集群。“保存”会同时显示两个值。</translation>
    </message>
    <message>
        <source>The cluster was made anew, without %1 so far. Your text stays here: create the znode again, or copy it.</source>
        <translation>集群已重新创建，目前还没有 %1。您的文本保留在此：请重新创建该 znode，或复制文本。</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <source>Sign in as somebody who may read it</source>
        <translation>以可以读取它的用户身份登录</translation>
    </message>
    <message>
        <source>The access list of this znode does not let you read its value. Sign in as somebody whom it lets.</source>
        <translation>此 znode 的访问控制列表不允许您读取它的值。请以它允许的用户身份登录。</translation>
    </message>
    <message>
        <source>The cluster was made anew, without %1 so far. This was its last value: create the znode again, or copy it.</source>
        <translation>集群已重新创建，目前还没有 %1。这是它的最后一个值：请重新创建该 znode，或复制该值。</translation>
    </message>
</context>
<context>
    <name>zoodock::ValueView</name>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>These bytes are not text in %1.</source>
        <translation>这些字节不是 %1 文本。</translation>
    </message>
    <message>
        <source>These bytes are not text in %1. Choose another charset.</source>
        <translation>这些字节不是 %1 文本。请选择其他字符集。</translation>
    </message>
    <message>
        <source>%1 are too many: the server takes %2 at most (its setting jute.maxbuffer). Shorten the value.</source>
        <translation>%1 超出上限：服务器最多接受 %2（其设置 jute.maxbuffer）。请缩短该值。</translation>
    </message>
    <message>
        <source>This value has very long lines. They are shown in pieces, and saved as they are.</source>
        <translation>此值中有很长的行。它们分段显示，保存时保持原样。</translation>
    </message>
    <message>
        <source>The pretty form is for reading. Switch “Pretty” off to change the text.</source>
        <translation>格式化后的形式仅供阅读。要修改文本，请关闭“格式化”。</translation>
    </message>
</context>
<context>
    <name>zoodock::Verb</name>
    <message>
        <source>zoodock: %1</source>
        <translation>zoodock：%1</translation>
    </message>
    <message>
        <source>There is no cluster. `zoodock up NAME` makes one.
</source>
        <translation>没有集群。`zoodock up NAME` 可以创建一个。
</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Interrupted before anything was changed.</source>
        <translation>在作出任何更改之前已中断。</translation>
    </message>
    <message>
        <source>zoodock: There is no cluster “%1”. `zoodock ls` lists the clusters.</source>
        <translation>zoodock：没有集群“%1”。`zoodock ls` 会列出集群。</translation>
    </message>
    <message>
        <source>Interrupted. One moment…</source>
        <translation>已中断。请稍候…</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有更改任何内容。</translation>
    </message>
    <message>
        <source>zoodock: What was to be printed could not be written, or not all of it. Make room where the standard output goes, or send it elsewhere, then try again.</source>
        <translation>zoodock：要输出的内容没能（全部）写出。请在标准输出的去处腾出空间，或改为输出到别处，然后重试。</translation>
    </message>
</context>
<context>
    <name>zoodock::WelcomePage</name>
    <message>
        <source>ZooDock runs ZooKeeper ensembles as Docker containers on this machine, and shows live who leads, who follows and whether there is a quorum.</source>
        <translation>ZooDock 在本机上以 Docker 容器运行 ZooKeeper 集群，并实时显示谁是领导者、谁是跟随者以及是否有仲裁。</translation>
    </message>
    <message>
        <source>Choose Name, Members and Network…</source>
        <translation>选择名称、成员和网络…</translation>
    </message>
    <message>
        <source>Looking at the Docker engine …</source>
        <translation>正在查看 Docker 引擎…</translation>
    </message>
    <message>
        <source>Welcome to ZooDock</source>
        <translation>欢迎使用 ZooDock</translation>
    </message>
    <message>
        <source>C&amp;reate a 3-Node Cluster</source>
        <translation>创建三节点集群(&amp;R)</translation>
    </message>
</context>
<context>
    <name>zoodock::WhatPage</name>
    <message>
        <source>Name of the cluster</source>
        <translation>集群的名称</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>Observers</source>
        <translation>观察者</translation>
    </message>
    <message>
        <source>Observers serve clients and do not vote.</source>
        <translation>观察者为客户端服务，不参与投票。</translation>
    </message>
    <message>
        <source>N&amp;ame:</source>
        <translation>名称(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Participants:</source>
        <translation>参与者(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Observers:</source>
        <translation>观察者(&amp;O)：</translation>
    </message>
    <message numerus="yes">
        <source>%Ln participant(s)</source>
        <translation>
            <numerusform>%Ln 个参与者</numerusform>
        </translation>
    </message>
    <message>
        <source>What</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>A pseudo-cluster: all members run as containers on one Docker engine.</source>
        <translation>伪集群：所有成员都作为容器在一个 Docker 引擎上运行。</translation>
    </message>
    <message>
        <source>%1 of %2 participants make a quorum: the cluster survives the loss of %3.</source>
        <translation>%2 个参与者中有 %1 个即可形成仲裁：集群可承受失去 %3 个。</translation>
    </message>
    <message>
        <source>Every participant is needed: the cluster stops serving when one of them is lost.</source>
        <translation>每个参与者都不可缺少：失去其中一个，集群就停止服务。</translation>
    </message>
</context>
<context>
    <name>zoodock::WindowMenus</name>
    <message>
        <source>New &amp;3-Node Cluster</source>
        <translation>新建三节点集群(&amp;3)</translation>
    </message>
    <message>
        <source>&amp;New Cluster…</source>
        <translation>新建集群(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Show &amp;Activity</source>
        <translation>显示活动(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Create and start a cluster of three members, with every default</source>
        <translation>以全部默认值创建并启动三成员集群</translation>
    </message>
    <message>
        <source>Ask the engines and all members again now</source>
        <translation>立即重新查询引擎和所有成员</translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <translation>集群(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Member</source>
        <translation>成员(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About ZooDock</source>
        <translation>关于 ZooDock(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>About ZooDock</source>
        <translation>关于 ZooDock</translation>
    </message>
    <message>
        <source>ZooDock %1</source>
        <translation>ZooDock %1</translation>
    </message>
    <message>
        <source>Models ZooKeeper clusters and runs them as Docker containers.

Free software under the GNU General Public License, version 3 or later. Made with Qt %1.</source>
        <translation>设计 ZooKeeper 集群，并以 Docker 容器运行。

自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。基于 Qt %1。</translation>
    </message>
    <message>
        <source>Sett&amp;ings…</source>
        <translation>设置(&amp;I)…</translation>
    </message>
    <message>
        <source>Activity &amp;History…</source>
        <translation>活动历史(&amp;H)…</translation>
    </message>
    <message>
        <source>Quick &amp;Open…</source>
        <translation>快速打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Go to a cluster, a member or a znode by its name</source>
        <translation>按名称转到集群、成员或 znode</translation>
    </message>
</context>
<context>
    <name>zoodock::WizardDraft</name>
    <message>
        <source>There is a cluster “%1” already.</source>
        <translation>已经有集群“%1”。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请另选名称。</translation>
    </message>
    <message>
        <source>There are containers of a cluster “%1” on the engine.</source>
        <translation>引擎上有集群“%1”的容器。</translation>
    </message>
    <message>
        <source>Choose another name, or remove that cluster first.</source>
        <translation>请另选名称，或先移除那个集群。</translation>
    </message>
    <message>
        <source>Volumes of an earlier cluster “%1” are still there, and their data will be used.</source>
        <translation>先前集群“%1”的数据卷还在，其中的数据将被使用。</translation>
    </message>
    <message>
        <source>Choose another name for a cluster without old data.</source>
        <translation>没有旧数据的集群请另选名称。</translation>
    </message>
    <message>
        <source>The image “%1” is not on the engine, and no registry has it.</source>
        <translation>引擎上没有镜像“%1”，镜像仓库里也没有。</translation>
    </message>
    <message>
        <source>Build it on the page “Image”, or choose another one.</source>
        <translation>请在“镜像”页上构建它，或另选一个。</translation>
    </message>
    <message>
        <source>%1: the port %2 is out of range 1–65535.</source>
        <translation>%1：端口 %2 超出范围 1–65535。</translation>
    </message>
    <message>
        <source>%1: “%2” is not a port.</source>
        <translation>%1：“%2”不是端口。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>member, port</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln port(s) that nobody had before are taken now.</source>
        <translation>
            <numerusform>有 %Ln 个之前空闲的端口现在已被占用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Free ports are proposed anew: %1.</source>
        <translation>已重新建议空闲端口：%1。</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>name of a member</comment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>It is the same with %1.</source>
        <translation>%1也是如此。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <comment>ports</comment>
        <translation>
            <numerusform>另外 %Ln 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::WordQuestion</name>
    <message>
        <source>The server does not answer “%1”. This line in its zoo.cfg would allow it: %2</source>
        <translation>服务器不响应“%1”命令。在其 zoo.cfg 中加入这一行即可允许：%2</translation>
    </message>
    <message>
        <source>Nothing is known about the member yet: Docker has not said whether it runs. Look again once the Docker engine answers.</source>
        <translation>尚不了解该成员的任何情况：Docker 还没有说明它是否在运行。请在 Docker 引擎应答后重新查看。</translation>
    </message>
    <message>
        <source>The member has no container. Start it to make one: it is then asked again.</source>
        <translation>成员没有容器。启动它即可创建，随后会自动重新查询。</translation>
    </message>
    <message>
        <source>The member is paused. Resume it: it is then asked again.</source>
        <translation>成员已暂停。请恢复它，随后会自动重新查询。</translation>
    </message>
    <message>
        <source>Docker is restarting the member. It is asked again once it runs; its log may say why it ended.</source>
        <translation>Docker 正在重启该成员。它运行后会自动重新查询；其日志也许说明了它为何结束。</translation>
    </message>
    <message>
        <source>The member&apos;s container is being removed. Start the member afterwards to make another.</source>
        <translation>正在移除该成员的容器。之后启动该成员即可另建一个。</translation>
    </message>
    <message>
        <source>The member does not run. Start it: it is then asked again.</source>
        <translation>成员没有运行。请启动它，随后会自动重新查询。</translation>
    </message>
    <message>
        <source>The server does not answer “%1”. This line in its zoo.cfg would allow it, with the words that the line names now: %2</source>
        <translation>服务器不响应“%1”命令。在其 zoo.cfg 中加入这一行即可允许，并保留该行现有的命令：%2</translation>
    </message>
</context>
<context>
    <name>zoodock::YamlLayout</name>
    <message>
        <source>Line %1 has a comment, which would be lost. The value is shown as it is.</source>
        <translation>第 %1 行有注释，整理后会丢失。值按原样显示。</translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeActions</name>
    <message>
        <source>&amp;New Znode…</source>
        <translation>新建 znode(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>Copy &amp;Path</source>
        <translation>复制路径(&amp;P)</translation>
    </message>
    <message>
        <source>Copy &amp;Value</source>
        <translation>复制值(&amp;V)</translation>
    </message>
    <message>
        <source>Copy &amp;zkCli Command</source>
        <translation>复制 zkCli 命令(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>The command that prints this znode in a shell</source>
        <translation>在 shell 中输出此 znode 的命令</translation>
    </message>
    <message>
        <source>Create a znode below this one (Insert)</source>
        <translation>在此 znode 之下创建 znode (Insert)</translation>
    </message>
    <message>
        <source>ZooKeeper itself needs this znode: it is never deleted.</source>
        <translation>ZooKeeper 自身需要此 znode：绝不删除它。</translation>
    </message>
    <message>
        <source>Delete this znode and everything below (Delete)</source>
        <translation>删除此 znode 及其下的一切 (Delete)</translation>
    </message>
    <message>
        <source>Take back the last change that was made here</source>
        <translation>撤销在此所作的最后一次更改</translation>
    </message>
    <message>
        <source>&amp;Search Below…</source>
        <translation>在其下搜索(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Write this znode and everything below to a JSON file</source>
        <translation>把此 znode 及其下的一切写入 JSON 文件</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Create what an exported JSON file holds, here or below</source>
        <translation>在此处或其下创建导出的 JSON 文件中的内容</translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeBatches</name>
    <message>
        <source>The connection was replaced while changes were on their way. Look at what is there, then try again.</source>
        <translation>更改尚在途中时连接已被替换。请查看现有情况，然后重试。</translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeChange</name>
    <message>
        <source>This connection only reads. Allow changes first, if you want to make some.</source>
        <translation>此连接只读。如果要更改，请先允许更改。</translation>
    </message>
    <message>
        <source>%1 belongs to ZooKeeper itself and is never changed or deleted here. Choose another znode.</source>
        <translation>%1 属于 ZooKeeper 自身，在此绝不更改或删除。请选择其他 znode。</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %Ln child(ren) that you may not list: they stay, and what they lie below with them. Nothing is deleted. Sign in as somebody who may read %1 (“Connection…”), then delete it again.</source>
        <translation>
            <numerusform>%1 有 %Ln 个您无权列出的子节点：它们会保留，其上级节点也随之保留。没有删除任何内容。请以有权读取 %1 的身份登录（“连接…”），然后再次删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>This server makes no znodes with a time to live: they need ZooKeeper 3.5.3 or later, with zookeeper.extendedTypesEnabled=true. Create an ordinary znode instead, or change the server.</source>
        <translation>此服务器不能创建带存活时间的 znode：这需要 ZooKeeper 3.5.3 或更高版本并设置 zookeeper.extendedTypesEnabled=true。请改为创建普通 znode，或更改服务器。</translation>
    </message>
    <message>
        <source>This server makes no container znodes: they need ZooKeeper 3.5.3 or later. Create an ordinary znode instead, or change the server.</source>
        <translation>此服务器不能创建容器 znode：这需要 ZooKeeper 3.5.3 或更高版本。请改为创建普通 znode，或更改服务器。</translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeChanger</name>
    <message>
        <source>Cancelled half-way. Undo brings back what was changed already.</source>
        <translation>中途取消。“撤销”可恢复已更改的内容。</translation>
    </message>
    <message>
        <source>Created %1.</source>
        <translation>已创建 %1。</translation>
    </message>
    <message>
        <source>Saved %1 as version %2.</source>
        <translation>已将 %1 保存为版本 %2。</translation>
    </message>
    <message>
        <source>Creating %1.</source>
        <translation>正在创建 %1。</translation>
    </message>
    <message>
        <source>Changing who may use %1.</source>
        <translation>正在更改谁可以使用 %1。</translation>
    </message>
    <message>
        <source>Changed who may use %1.</source>
        <translation>已更改谁可以使用 %1。</translation>
    </message>
    <message>
        <source>Counting what is at and below %1.</source>
        <translation>正在统计 %1 及其下的内容。</translation>
    </message>
    <message>
        <source>Deleted %1.</source>
        <translation>已删除 %1。</translation>
    </message>
    <message>
        <source>Deleting %1.</source>
        <translation>正在删除 %1。</translation>
    </message>
    <message>
        <source>Taking back the change of %1.</source>
        <translation>正在撤销对 %1 的更改。</translation>
    </message>
    <message>
        <source>The change of %1 is taken back.</source>
        <translation>对 %1 的更改已撤销。</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON 文件 (*.json)</translation>
    </message>
    <message>
        <source>Reading %1 and everything below.</source>
        <translation>正在读取 %1 及其下的一切。</translation>
    </message>
    <message>
        <source>Not everything is taken back yet. Undo goes on with it.</source>
        <translation>尚未全部撤销。点击“撤销”可继续。</translation>
    </message>
    <message>
        <source>Reading for undo: %1 of %2 znodes.</source>
        <translation>正在为撤销而读取：%2 个 znode 中的 %1 个。</translation>
    </message>
    <message>
        <source>Reading %1 and everything below: %2 of %3 znodes known so far.</source>
        <translation>正在读取 %1 及其下的一切：目前已知的 %3 个 znode 中的 %2 个。</translation>
    </message>
    <message>
        <source>Writing %1.</source>
        <translation>正在写入 %1。</translation>
    </message>
    <message>
        <source>Import Znodes</source>
        <translation>导入 znode</translation>
    </message>
    <message>
        <source>Reading %1.</source>
        <translation>正在读取 %1。</translation>
    </message>
    <message>
        <source>Importing into %1.</source>
        <translation>正在导入到 %1。</translation>
    </message>
    <message>
        <source>Comparing: %1 of %2 znodes.</source>
        <translation>正在比较：%2 个 znode 中的 %1 个。</translation>
    </message>
    <message>
        <source>Imported into %1: %2 created, %3 overwritten.</source>
        <translation>已导入到 %1：创建 %2 个，覆盖 %3 个。</translation>
    </message>
    <message>
        <source>Counting what is at and below %1: %2 of %3 znodes known so far.</source>
        <translation>正在统计 %1 及其下的内容：目前已知的 %3 个 znode 中的 %2 个。</translation>
    </message>
    <message>
        <source>Nothing is taken back so far. Undo tries it again.</source>
        <translation>尚未撤销任何内容。点击“撤销”可重试。</translation>
    </message>
    <message>
        <source>Somebody else has deleted %1 meanwhile.</source>
        <translation>其间有人删除了 %1。</translation>
    </message>
    <message>
        <source>Taking back the creation of %1.</source>
        <translation>正在撤销 %1 的创建。</translation>
    </message>
    <message>
        <source>The creation of %1 is taken back.</source>
        <translation>%1 的创建已撤销。</translation>
    </message>
    <message>
        <source>Taking back the deletion of %1.</source>
        <translation>正在撤销 %1 的删除。</translation>
    </message>
    <message>
        <source>The deletion of %1 is taken back.</source>
        <translation>%1 的删除已撤销。</translation>
    </message>
    <message>
        <source>Taking back the import into %1.</source>
        <translation>正在撤销到 %1 的导入。</translation>
    </message>
    <message>
        <source>The import into %1 is taken back.</source>
        <translation>到 %1 的导入已撤销。</translation>
    </message>
    <message>
        <source>Taking back the change of who may use %1.</source>
        <translation>正在撤销对谁可以使用 %1 的更改。</translation>
    </message>
    <message>
        <source>The change of who may use %1 is taken back.</source>
        <translation>对谁可以使用 %1 的更改已撤销。</translation>
    </message>
    <message>
        <source>What could be read of %1 is back.</source>
        <translation>%1 中能够读取的内容已恢复。</translation>
    </message>
    <message numerus="yes">
        <source>Exported %Ln znodes to %1.</source>
        <translation>
            <numerusform>已将 %Ln 个 znode 导出到 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %1 and everything below, %Ln znodes.</source>
        <translation>
            <numerusform>已删除 %1 及其下的一切，共 %Ln 个 znode。</numerusform>
        </translation>
    </message>
    <message>
        <source>What was changed until then stays. Undo on the page “Znodes” takes it back.</source>
        <translation>此前已更改的内容保持不变。可在“Znode”页面点击“撤销”恢复。</translation>
    </message>
    <message>
        <source>Create %1 in %2</source>
        <translation>在 %2 中创建 %1</translation>
    </message>
    <message>
        <source>Create it</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Change who may use %1 in %2</source>
        <translation>更改谁可以使用 %2 中的 %1</translation>
    </message>
    <message>
        <source>Change the access lists</source>
        <translation>更改访问控制列表</translation>
    </message>
    <message>
        <source>Export %1 from %2</source>
        <translation>从 %2 导出 %1</translation>
    </message>
    <message>
        <source>Read the znodes</source>
        <translation>读取 znode</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>写入 %1</translation>
    </message>
    <message>
        <source>Read %1 for an import</source>
        <translation>为导入读取 %1</translation>
    </message>
    <message>
        <source>Read the file</source>
        <translation>读取文件</translation>
    </message>
    <message>
        <source>Create and overwrite</source>
        <translation>创建并覆盖</translation>
    </message>
    <message>
        <source>Compare with what is there</source>
        <translation>与现有内容比较</translation>
    </message>
    <message>
        <source>Import into %1 in %2</source>
        <translation>导入到 %2 中的 %1</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>连接到 %1</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Connecting.</source>
        <translation>正在连接。</translation>
    </message>
    <message>
        <source>Count what is at and below %1 in %2</source>
        <translation>统计 %2 中 %1 及其下的内容</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Delete %1 in %2</source>
        <translation>删除 %2 中的 %1</translation>
    </message>
    <message>
        <source>Read what is there, for Undo</source>
        <translation>为撤销读取现有内容</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the creation of %1 in %2</source>
        <translation>撤销 %2 中 %1 的创建</translation>
    </message>
    <message>
        <source>Take back the deletion of %1 in %2</source>
        <translation>撤销 %2 中 %1 的删除</translation>
    </message>
    <message>
        <source>Take back the import into %1 in %2</source>
        <translation>撤销到 %2 中 %1 的导入</translation>
    </message>
    <message>
        <source>Take back the change of who may use %1 in %2</source>
        <translation>撤销对谁可以使用 %2 中 %1 的更改</translation>
    </message>
    <message>
        <source>Take back the change of %1 in %2</source>
        <translation>撤销对 %2 中 %1 的更改</translation>
    </message>
    <message>
        <source>Create Again</source>
        <translation>重新创建</translation>
    </message>
    <message>
        <source>The server hides password hashes of the access list that %1 had.</source>
        <translation>服务器隐藏了 %1 原有访问控制列表中的密码哈希。</translation>
    </message>
    <message>
        <source>The access list that %1 had is not known.</source>
        <translation>%1 原有的访问控制列表未知。</translation>
    </message>
    <message>
        <source>It would be created without the users of these hashes.</source>
        <translation>创建时将不包含这些哈希的用户。</translation>
    </message>
    <message>
        <source>It would be created so that everybody may do everything with it.</source>
        <translation>创建后，所有人对它拥有全部权限。</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>创建(&amp;C)</translation>
    </message>
    <message>
        <source>Created %1 as an ephemeral znode of this connection.</source>
        <translation>已将 %1 创建为此连接的临时 znode。</translation>
    </message>
    <message>
        <source>Everything else is taken back.</source>
        <translation>其余的都已撤销。</translation>
    </message>
    <message>
        <source>Nothing is taken back so far. Undo asks again.</source>
        <translation>目前尚未撤销任何内容。再次“撤销”时会再询问。</translation>
    </message>
    <message>
        <source>The connection is lost. This goes on when it is back.</source>
        <translation>连接已断开。恢复后会继续。</translation>
    </message>
    <message>
        <source>Not everything is taken back yet. Undo asks again.</source>
        <translation>尚未全部撤销。再次“撤销”时会再询问。</translation>
    </message>
    <message>
        <source>Not everything is taken back yet. Undo can go on only once that is different.</source>
        <translation>尚未全部撤销。情况改变之后，“撤销”才能继续。</translation>
    </message>
    <message>
        <source>Nothing is taken back so far. Undo can do so only once that is different.</source>
        <translation>目前尚未撤销任何内容。情况改变之后，“撤销”才能成功。</translation>
    </message>
    <message>
        <source>%1, which you created, is gone.</source>
        <translation>您创建的 %1 已不存在。</translation>
    </message>
    <message>
        <source>Something else is being changed here. Set the list once that has ended.</source>
        <translation>此处正在进行其他更改。请待其结束后再设置列表。</translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeConnection</name>
    <message>
        <source>ZooKeeper refused the credentials. Correct them, then connect again.</source>
        <translation>ZooKeeper 拒绝了凭据。请更正，然后重新连接。</translation>
    </message>
    <message>
        <source>The server answers, but does not take up the session yet. If that goes on, look into its log.</source>
        <translation>服务器有应答，但尚未接受会话。如果持续如此，请查看其日志。</translation>
    </message>
    <message>
        <source>The cluster was made anew: its history began again. Everything was read again.</source>
        <translation>集群已重新创建：其历史重新开始。一切都已重新读取。</translation>
    </message>
    <message>
        <source>The session had expired, since the connection was away for too long. A new session stands, and everything was read again. Ephemeral znodes of the old one are gone.</source>
        <translation>由于连接中断太久，会话已过期。新会话已建立，一切都已重新读取。旧会话的临时 znode 已消失。</translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeCopying</name>
    <message>
        <source>Copied %1</source>
        <translation>已复制 %1</translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeDelegate</name>
    <message>
        <source>Ephemeral: goes with the session that made it</source>
        <translation>临时：随创建它的会话消失</translation>
    </message>
    <message>
        <source>Container: goes some time after its last child</source>
        <translation>容器：最后一个子节点消失一段时间后被删除</translation>
    </message>
    <message>
        <source>TTL: goes when it was left alone for its time to live</source>
        <translation>TTL：闲置超过其生存时间后被删除</translation>
    </message>
    <message>
        <source>Persistent, container or TTL: the server does not tell which</source>
        <translation>持久、容器或 TTL：服务器不说明是哪一种</translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeDetails</name>
    <message>
        <source>Details of the znode</source>
        <translation>znode 的详情</translation>
    </message>
    <message>
        <source>Stat</source>
        <translation>状态信息</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeEditor</name>
    <message>
        <source>There is no connection to ZooKeeper. Look whether its servers run, then try again.</source>
        <translation>没有到 ZooKeeper 的连接。请查看其服务器是否在运行，然后重试。</translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeExport</name>
    <message>
        <source>%1 may not be read. Sign in with credentials that allow it, or export another subtree.</source>
        <translation>无法读取 %1。请用有权限的凭据登录，或导出其他子树。</translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeLeaving</name>
    <message>
        <source>Leave the Cluster</source>
        <translation>离开集群</translation>
    </message>
    <message>
        <source>Leave the cluster while something is being done there?</source>
        <translation>那里还有工作正在进行，仍要离开该集群吗？</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>离开(&amp;L)</translation>
    </message>
    <message>
        <source>While you look at other pages than “Znodes”, it goes on.</source>
        <translation>查看“Znode”以外的页面时，它会继续进行。</translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeSearch</name>
    <message>
        <source>There is nothing to search for. Type a text first.</source>
        <translation>没有要搜索的内容。请先输入文本。</translation>
    </message>
    <message>
        <source>The regular expression is not valid at character %1: %2. Correct it.</source>
        <translation>正则表达式在第 %1 个字符处无效：%2。请更正。</translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeSession</name>
    <message>
        <source>All members</source>
        <translation>所有成员</translation>
    </message>
    <message>
        <source>This connection is read-only. Switch “Read-only” off to change something.</source>
        <translation>此连接只读。要更改内容，请关闭“只读”。</translation>
    </message>
    <message>
        <source>There is no connection to the cluster just now.</source>
        <translation>现在没有到集群的连接。</translation>
    </message>
    <message>
        <source>The server has lost the majority and only reads for now.</source>
        <translation>服务器已失去多数，目前只读。</translation>
    </message>
    <message numerus="yes">
        <source>The connection to %1 stays open for the %Ln ephemeral znode(s) that you created there.</source>
        <translation>
            <numerusform>到 %1 的连接会保持打开，因为您在那里创建了 %Ln 个临时 znode。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>cluster, path of a znode</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeToolBar</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Everything that can be done with this znode</source>
        <translation>可以对此 znode 做的一切</translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeTreeModel</name>
    <message>
        <source>Ephemeral znode: it goes with the session that made it.</source>
        <translation>临时 znode：随创建它的会话消失。</translation>
    </message>
    <message>
        <source>Container znode: it goes when its last child is gone.</source>
        <translation>容器 znode：最后一个子节点消失后被删除。</translation>
    </message>
    <message>
        <source>Znode with a time to live.</source>
        <translation>TTL znode，带有生存时间。</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln child(ren). %2</source>
        <extracomment>%1 is the name of a znode, %2 a sentence about its kind</extracomment>
        <translation>
            <numerusform>%1，%Ln 个子节点。%2</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>子节点</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Persistent, container or TTL znode: the server does not tell which.</source>
        <translation>持久、容器或 TTL znode：服务器不说明是哪一种。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeTreeView</name>
    <message>
        <source>Znodes</source>
        <translation>Znode</translation>
    </message>
    <message>
        <source>There is no znode %1.</source>
        <translation>没有 znode %1。</translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodesPage</name>
    <message>
        <source>ZooKeeper itself needs this znode: it is not changed here.</source>
        <translation>ZooKeeper 自身需要此 znode：在此不更改它。</translation>
    </message>
    <message>
        <source>This cluster was removed and made anew.</source>
        <translation>此集群已被移除并重新建立。</translation>
    </message>
    <message>
        <source>Your last change here, of %1, can still be taken back.</source>
        <translation>您在此处对 %1 的上次更改仍可撤销。</translation>
    </message>
    <message>
        <source>This cluster was removed and made anew. Your unsaved changes of its former znodes are kept, and shown with these znodes: %1.</source>
        <translation>此集群已被移除并重新创建。您对其原有 znode 的未保存更改已保留，并随这些 znode 一起显示：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ephemeral znode(s) that you created there are gone: %1.</source>
        <translation>
            <numerusform>您在那里创建的 %Ln 个临时 znode 已消失：%1。</numerusform>
        </translation>
    </message>
</context>
</TS>
