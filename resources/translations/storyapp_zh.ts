<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About storyapp</source>
        <translation>关于 storyapp</translation>
    </message>
    <message>
        <source>Write a story and get it illustrated on your own machine. Nothing you write ever leaves it.</source>
        <translation>写一个故事，在你自己的电脑上配上插图。你写的任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Card of the model</source>
        <translation>模型说明</translation>
    </message>
    <message>
        <source>This model has no card.</source>
        <translation>这个模型没有说明。</translation>
    </message>
    <message>
        <source>%1 threads</source>
        <translation>%1 个线程</translation>
    </message>
    <message>
        <source>not loaded yet</source>
        <translation>尚未加载</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>New story</source>
        <translation>新故事</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Import text …</source>
        <translation>导入文本…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Earlier versions …</source>
        <translation>早先的版本…</translation>
    </message>
    <message>
        <source>Make a book …</source>
        <translation>制作成书…</translation>
    </message>
    <message>
        <source>Export as Markdown …</source>
        <translation>导出为 Markdown…</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>粗体</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>斜体</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>查找和替换</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Check spelling</source>
        <translation>检查拼写</translation>
    </message>
    <message>
        <source>Round quotation marks while typing</source>
        <translation>输入时使用弯引号</translation>
    </message>
    <message>
        <source>Language of the story</source>
        <translation>故事的语言</translation>
    </message>
    <message>
        <source>&amp;Scene</source>
        <translation>场景(&amp;S)</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>新场景</translation>
    </message>
    <message>
        <source>Duplicate scene</source>
        <translation>复制场景</translation>
    </message>
    <message>
        <source>Rename scene</source>
        <translation>重命名场景</translation>
    </message>
    <message>
        <source>Write a synopsis</source>
        <translation>写梗概</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Next scene</source>
        <translation>下一个场景</translation>
    </message>
    <message>
        <source>Scene before</source>
        <translation>上一个场景</translation>
    </message>
    <message>
        <source>Split scene here</source>
        <translation>在此处拆分场景</translation>
    </message>
    <message>
        <source>Merge with next scene</source>
        <translation>与下一个场景合并</translation>
    </message>
    <message>
        <source>Delete scene</source>
        <translation>删除场景</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>图画(&amp;P)</translation>
    </message>
    <message>
        <source>Illustrate scene</source>
        <translation>为场景配图</translation>
    </message>
    <message>
        <source>Illustrate all</source>
        <translation>全部配图</translation>
    </message>
    <message>
        <source>Refresh old pictures</source>
        <translation>更新过时的图画</translation>
    </message>
    <message>
        <source>Search pictures …</source>
        <translation>搜索图画…</translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation>打开图画</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Only the words</source>
        <translation>只看文字</translation>
    </message>
    <message>
        <source>List of scenes</source>
        <translation>场景列表</translation>
    </message>
    <message>
        <source>Studio</source>
        <translation>画室</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>窗口的下一部分</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>窗口的上一部分</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>正常大小</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
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
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>程序的语言</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation>键盘和鼠标</translation>
    </message>
    <message>
        <source>A tour of one minute</source>
        <translation>一分钟导览</translation>
    </message>
    <message>
        <source>About storyapp</source>
        <translation>关于 storyapp</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>主工具栏</translation>
    </message>
</context>
<context>
    <name>AddMenu</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>别的人物</translation>
    </message>
    <message>
        <source>A thing …</source>
        <translation>物品…</translation>
    </message>
</context>
<context>
    <name>AdvancedBox</name>
    <message>
        <source>Advanced, for the next paintings</source>
        <translation>高级设置（用于之后的绘画）</translation>
    </message>
    <message>
        <source>another one each time</source>
        <translation>每次不同</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed and words give the same picture.</source>
        <translation>相同的种子和文字得到相同的图画。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>More steps take longer.</source>
        <translation>步数越多越慢。</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>引导强度</translation>
    </message>
    <message>
        <source>How closely the picture follows the words.</source>
        <translation>图画贴近文字的程度。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>How surprising the picture may be.</source>
        <translation>图画可以有多出人意料。</translation>
    </message>
</context>
<context>
    <name>Arrangement</name>
    <message>
        <source>Scenes</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Studio</source>
        <translation>画室</translation>
    </message>
</context>
<context>
    <name>BookDialog</name>
    <message>
        <source>Make a book</source>
        <translation>制作成书</translation>
    </message>
    <message>
        <source>What will be made</source>
        <translation>将要制作的内容</translation>
    </message>
    <message>
        <source>Make the book …</source>
        <translation>制作这本书…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>1 picture is being painted now. The book is made after it.</source>
        <translation>现在正在画 1 张图画。画好之后再制作书。</translation>
    </message>
    <message>
        <source>%1 pictures are being painted now. The book is made after them.</source>
        <translation>现在正在画 %1 张图画。画好之后再制作书。</translation>
    </message>
    <message>
        <source>Paint the missing or old picture first</source>
        <translation>先画好还没有或已经过时的那幅图画</translation>
    </message>
    <message>
        <source>Paint the %1 missing or old pictures first</source>
        <translation>先画好还没有或已经过时的 %1 幅图画</translation>
    </message>
    <message>
        <source>An e-book has no fixed pages: every reader shows the words as large as one likes.</source>
        <translation>电子书没有固定的页面：读的人可以随意调整文字大小。</translation>
    </message>
    <message>
        <source>Each scene begins on a page of its own, with its picture. In Word all of it can be changed.</source>
        <translation>每个场景连同图画另起一页。在 Word 里一切都还可以修改。</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 页</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 页</translation>
    </message>
    <message>
        <source>%2 × %3 cm</source>
        <translation>%2 × %3 厘米</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 幅图画</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 幅图画</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>Choose how the book looks</source>
        <translation>选择书的样子</translation>
    </message>
</context>
<context>
    <name>BookForm</name>
    <message>
        <source>Size of the page</source>
        <translation>页面大小</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Large, for first readers</source>
        <translation>大，适合初学阅读的孩子</translation>
    </message>
    <message>
        <source>Size of the type</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Number the pages</source>
        <translation>标页码</translation>
    </message>
    <message>
        <source>Marks that show where to cut</source>
        <translation>裁切线</translation>
    </message>
    <message>
        <source>A cover with the title</source>
        <translation>带书名的封面</translation>
    </message>
    <message>
        <source>Its picture is in the book, too</source>
        <translation>封面的图画也放在书里</translation>
    </message>
    <message>
        <source>Without it the page of that scene has its words alone.</source>
        <translation>不放的话，那个场景的页面上只有文字。</translation>
    </message>
    <message>
        <source>PNG, without any loss</source>
        <translation>PNG，画质无损</translation>
    </message>
    <message>
        <source>JPEG, smaller files</source>
        <translation>JPEG，文件较小</translation>
    </message>
    <message>
        <source>Kind of picture</source>
        <translation>图画格式</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>图画大小</translation>
    </message>
    <message>
        <source>For Ada, who flies kites</source>
        <translation>献给爱放风筝的小雨</translation>
    </message>
    <message>
        <source>Dedication</source>
        <translation>献词</translation>
    </message>
    <message>
        <source>Square, 21.6 × 21.6 cm</source>
        <translation>方形，21.6 × 21.6 厘米</translation>
    </message>
    <message>
        <source>A4, 21 × 29.7 cm</source>
        <translation>A4，21 × 29.7 厘米</translation>
    </message>
    <message>
        <source>Letter, 21.6 × 27.9 cm</source>
        <translation>信纸，21.6 × 27.9 厘米</translation>
    </message>
    <message>
        <source>A5 wide, 21 × 14.8 cm</source>
        <translation>A5 横向，21 × 14.8 厘米</translation>
    </message>
    <message>
        <source>Small, to send (%1)</source>
        <translation>小，适合发送（%1）</translation>
    </message>
    <message>
        <source>Middle (%1)</source>
        <translation>中（%1）</translation>
    </message>
    <message>
        <source>Large, to print (%1)</source>
        <translation>大，适合打印（%1）</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>PDF for the screen</source>
        <translation>屏幕阅读 PDF</translation>
    </message>
    <message>
        <source>To read, to send, and to print at home.</source>
        <translation>用来阅读、发送，或在家打印。</translation>
    </message>
    <message>
        <source>PDF for a printing house</source>
        <translation>印刷厂用 PDF</translation>
    </message>
    <message>
        <source>Fine pictures on white paper, and 3 mm more at every edge for cutting.</source>
        <translation>图画精细，白纸，每边多留 3 毫米供裁切。</translation>
    </message>
    <message>
        <source>E-book (EPUB)</source>
        <translation>电子书（EPUB）</translation>
    </message>
    <message>
        <source>For e-readers, tablets and phones; it can be read aloud.</source>
        <translation>用于电子阅读器、平板和手机，也可以朗读。</translation>
    </message>
    <message>
        <source>Word (.docx)</source>
        <translation>Word（.docx）</translation>
    </message>
    <message>
        <source>To go on with in Word, LibreOffice or Google Docs.</source>
        <translation>可以在 Word、LibreOffice 或 Google 文档里继续编辑。</translation>
    </message>
    <message>
        <source>Only the pictures</source>
        <translation>只要图画</translation>
    </message>
    <message>
        <source>One file for each scene, in a new folder.</source>
        <translation>每个场景一个文件，放在新文件夹里。</translation>
    </message>
    <message>
        <source>Plain text (Markdown)</source>
        <translation>纯文本（Markdown）</translation>
    </message>
    <message>
        <source>The words as a text file, the pictures in a folder beside it.</source>
        <translation>文字存为文本文件，图画放在旁边的文件夹里。</translation>
    </message>
    <message>
        <source>What it becomes</source>
        <translation>做成什么</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>封面</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>格式</translation>
    </message>
</context>
<context>
    <name>ByHand</name>
    <message>
        <source>Set the picture by hand</source>
        <translation>自己设定图画</translation>
    </message>
    <message>
        <source>Put somebody in …</source>
        <translation>放入人物…</translation>
    </message>
    <message>
        <source>Choose below where and when it is, and put in who is there.</source>
        <translation>请在下面选择地点和时间，再放入在场的人物。</translation>
    </message>
    <message>
        <source>These words were not understood, so there is no picture yet.</source>
        <translation>没有读懂这些文字，所以还没有图画。</translation>
    </message>
    <message>
        <source>Say who is there and where, in English or Chinese: “A fox ran through the forest.”</source>
        <translation>请用中文或英文写出有谁、在哪里：“一只狐狸跑过森林。”</translation>
    </message>
    <message>
        <source>Or choose yourself what the picture shows.</source>
        <translation>或者由您自己选择图画里有什么。</translation>
    </message>
</context>
<context>
    <name>CastBox</name>
    <message>
        <source>In the picture</source>
        <translation>图画中</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Put somebody or something in</source>
        <translation>放入人物或物品</translation>
    </message>
    <message>
        <source>Paint again</source>
        <translation>重画</translation>
    </message>
    <message>
        <source>Paint what is chosen again; all else stays</source>
        <translation>重画选中的对象；其余不变</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>Turn round (M in the picture)</source>
        <translation>翻转（在图画中按 M）</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>One layer nearer (Page Up)</source>
        <translation>靠前一层（Page Up）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>One layer farther (Page Down)</source>
        <translation>靠后一层（Page Down）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take out of the picture (Delete)</source>
        <translation>移出图画（Delete）</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Paint a part of it again and keep the rest; the slider says how much.</source>
        <translation>重画一部分，保留其余；滑块决定多少。</translation>
    </message>
    <message>
        <source>Four variations to choose from</source>
        <translation>四个变化供选择</translation>
    </message>
    <message>
        <source>How far variations may go</source>
        <translation>变化的幅度</translation>
    </message>
    <message>
        <source>How far variations may go from what there is</source>
        <translation>变化可以偏离现状多远</translation>
    </message>
    <message>
        <source>near</source>
        <translation>小</translation>
    </message>
    <message>
        <source>far</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏 %1</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>锁定 %1</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>解锁 %1</translation>
    </message>
    <message>
        <source>Repaint place</source>
        <translation>重画地点</translation>
    </message>
    <message>
        <source>Mirror %1</source>
        <translation>翻转 %1</translation>
    </message>
</context>
<context>
    <name>CastChips</name>
    <message>
        <source>Cast</source>
        <translation>出场</translation>
    </message>
    <message>
        <source>Put somebody of the cast into this scene</source>
        <translation>把人物放进这个场景</translation>
    </message>
    <message>
        <source>Is in this scene.</source>
        <translation>在这个场景里。</translation>
    </message>
    <message>
        <source>Is named in this scene, and is not in this picture.</source>
        <translation>这个场景提到了，但这幅图画中没有。</translation>
    </message>
    <message>
        <source>Looks %1 like the locked portrait, as the model measured it.</source>
        <translation>与锁定肖像的相像程度为 %1（由模型测得）。</translation>
    </message>
    <message>
        <source>Select in the picture</source>
        <translation>在图画中选择</translation>
    </message>
    <message>
        <source>Is not in this scene</source>
        <translation>不在这个场景里</translation>
    </message>
    <message>
        <source>+ who is here?</source>
        <translation>+ 谁在这里？</translation>
    </message>
    <message>
        <source>As the words say</source>
        <translation>按文字所说</translation>
    </message>
</context>
<context>
    <name>CelSizes</name>
    <message>
        <source>tiny</source>
        <translation>极小</translation>
    </message>
    <message>
        <source>small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>照常</translation>
    </message>
    <message>
        <source>big</source>
        <translation>大</translation>
    </message>
    <message>
        <source>huge</source>
        <translation>巨大</translation>
    </message>
</context>
<context>
    <name>CharacterCard</name>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>Name of the character</source>
        <translation>角色的名字</translation>
    </message>
    <message>
        <source>a small fox in a red shirt with a green scarf</source>
        <translation>穿红衬衫、戴绿围巾的小狐狸（请用英文描述）</translation>
    </message>
    <message>
        <source>Looks of the character</source>
        <translation>角色的样子</translation>
    </message>
    <message>
        <source>Other names of the character</source>
        <translation>角色的别名</translation>
    </message>
    <message>
        <source>Strength of the lock</source>
        <translation>锁定强度</translation>
    </message>
    <message>
        <source>How closely pictures follow the locked portrait.</source>
        <translation>图画贴近锁定肖像的程度。</translation>
    </message>
    <message>
        <source>Paint portrait</source>
        <translation>画肖像</translation>
    </message>
    <message>
        <source>Paint four to choose from</source>
        <translation>画四张来挑选</translation>
    </message>
    <message>
        <source>From a picture file …</source>
        <translation>来自图片文件…</translation>
    </message>
    <message>
        <source>Replace in the pictures …</source>
        <translation>在图画中替换…</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>未锁定</translation>
    </message>
    <message>
        <source>The share says how much each picture looks like the locked portrait.</source>
        <translation>百分比表示每幅图画与锁定肖像有多像。</translation>
    </message>
    <message>
        <source>They show an earlier portrait. Nobody and nothing else in them is painted again.</source>
        <translation>这些图画用的是以前的肖像。其中的其他人和物都不会重画。</translation>
    </message>
    <message>
        <source>also called …</source>
        <translation>又叫…</translation>
    </message>
    <message>
        <source>Other names, with commas between them: the little fox, Pippin</source>
        <translation>其他称呼，用逗号分开：小狐狸，皮平</translation>
    </message>
    <message>
        <source>Paint a portrait from the description.</source>
        <translation>按描述画一幅肖像。</translation>
    </message>
    <message>
        <source>More about this character</source>
        <translation>这个人物的更多操作</translation>
    </message>
    <message>
        <source>Take out of the story</source>
        <translation>移出故事</translation>
    </message>
    <message>
        <source>Remove this portrait</source>
        <translation>删除这幅肖像</translation>
    </message>
    <message>
        <source>Locked: the character looks like this portrait in every picture. Unlocked: the words alone count.</source>
        <translation>已锁定：角色在每幅图画中都像这幅肖像。未锁定：只看文字描述。</translation>
    </message>
    <message>
        <source>loose</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>close</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>As in the portrait. Write here what shall be different.</source>
        <translation>与肖像一致。想改变的地方写在这里。</translation>
    </message>
    <message>
        <source>no portrait</source>
        <translation>无肖像</translation>
    </message>
    <message>
        <source>In scenes %1</source>
        <translation>出现在场景 %1</translation>
    </message>
    <message>
        <source>In no scene yet</source>
        <translation>还未出现在任何场景</translation>
    </message>
    <message>
        <source>Somebody else is called “%1”, too: the words cannot tell them apart.</source>
        <translation>另一个角色也叫“%1”：仅凭文字无法区分。</translation>
    </message>
    <message>
        <source>The pictures of scenes %1 are from before this character: paint them again.</source>
        <translation>场景 %1 的图画早于这个角色：请重新绘制。</translation>
    </message>
    <message>
        <source>In no picture yet. Scenes %1 tell of this character: paint their pictures again.</source>
        <translation>还没有出现在图画里。场景 %1 提到了这个角色：请重新绘制这些图画。</translation>
    </message>
    <message>
        <source>Paint again in %1 older pictures</source>
        <translation>在 %1 幅旧图画中重画</translation>
    </message>
    <message>
        <source>Paint again in the older picture</source>
        <translation>在旧图画中重画</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)</translation>
    </message>
    <message>
        <source>A picture of the character</source>
        <translation>角色的图片</translation>
    </message>
</context>
<context>
    <name>CharacterSteps</name>
    <message>
        <source>Change looks</source>
        <translation>更改样子</translation>
    </message>
    <message>
        <source>Choose portrait</source>
        <translation>选择肖像</translation>
    </message>
    <message>
        <source>Remove portrait</source>
        <translation>删除肖像</translation>
    </message>
    <message>
        <source>Follow another portrait</source>
        <translation>同时参照另一幅肖像</translation>
    </message>
    <message>
        <source>Strength of the lock</source>
        <translation>锁定强度</translation>
    </message>
    <message>
        <source>Use the drawing itself</source>
        <translation>直接使用原画</translation>
    </message>
    <message>
        <source>Paint after the drawing</source>
        <translation>照着原画来画</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Describe character</source>
        <translation>描述角色</translation>
    </message>
    <message>
        <source>Lock character</source>
        <translation>锁定角色</translation>
    </message>
    <message>
        <source>Unlock character</source>
        <translation>解锁角色</translation>
    </message>
    <message>
        <source>Remove character</source>
        <translation>移除角色</translation>
    </message>
</context>
<context>
    <name>CharactersPanel</name>
    <message>
        <source>New character</source>
        <translation>新角色</translation>
    </message>
    <message>
        <source>Nobody yet. Give your hero a name and say what they look like.</source>
        <translation>还没有角色。给你的主角起个名字，说说他的样子。</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>保留 %1</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>某人</translation>
    </message>
    <message>
        <source>Add character</source>
        <translation>添加角色</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Where the line between the two is</source>
        <translation>两者之间分界线的位置</translation>
    </message>
    <message>
        <source>Drag here or in the picture, or use the arrow keys.</source>
        <translation>在这里或图画中拖动，或使用方向键。</translation>
    </message>
    <message>
        <source>Mark where they differ</source>
        <translation>标出不同之处</translation>
    </message>
    <message>
        <source>The two have different shapes, so that where they differ cannot be marked.</source>
        <translation>两者形状不同，因此无法标出不同之处。</translation>
    </message>
    <message>
        <source>The two differ everywhere.</source>
        <translation>两者处处不同。</translation>
    </message>
    <message>
        <source>The two are the same.</source>
        <translation>两者相同。</translation>
    </message>
    <message>
        <source>The two differ in about %1 % of the area.</source>
        <translation>两者约有百分之 %1 的面积不同。</translation>
    </message>
</context>
<context>
    <name>CoverList</name>
    <message>
        <source>Picture on the cover</source>
        <translation>封面上的图画</translation>
    </message>
    <message>
        <source>Only the title</source>
        <translation>只有书名</translation>
    </message>
    <message>
        <source>Scene %1</source>
        <translation>场景 %1</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Both pictures, divided by a line</source>
        <translation>两张图画，用线分开</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Put this earlier version in its place? The damaged file is kept beside it.</source>
        <translation>用这个早先的版本代替它吗？损坏的文件会保留在旁边。</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>The last changes are not saved. If you close the window they are lost.</source>
        <translation>最近的修改还没有保存。如果关闭窗口，这些修改就会丢失。</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
</context>
<context>
    <name>DoingForm</name>
    <message>
        <source>Who does what</source>
        <translation>谁在做什么</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>是什么</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>姿势</translation>
    </message>
    <message>
        <source>Feeling</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Facing</source>
        <translation>朝向</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>What</source>
        <translation>什么</translation>
    </message>
</context>
<context>
    <name>EditorTools</name>
    <message>
        <source>Tools of the picture</source>
        <translation>图画工具</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Select, drag and resize</source>
        <translation>选择、拖动和调整大小</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Mark a part of what is chosen to paint it again</source>
        <translation>标出选中对象要重画的部分</translation>
    </message>
    <message>
        <source>Cut out</source>
        <translation>剪取</translation>
    </message>
    <message>
        <source>Draw a rectangle: what is in it becomes a portrait</source>
        <translation>画一个矩形：其中的内容会成为肖像</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>笔刷大小</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>整张图画</translation>
    </message>
    <message>
        <source>Ctrl and the wheel zoom</source>
        <translation>按住 Ctrl 滚动滚轮缩放</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>方形</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Extend the place to a wider or taller picture</source>
        <translation>把地点扩展成更宽或更高的图画</translation>
    </message>
</context>
<context>
    <name>EditorView</name>
    <message>
        <source>Picture editor</source>
        <translation>图画编辑器</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>调整 %1 的大小</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open a story</source>
        <translation>打开故事</translation>
    </message>
    <message>
        <source>Stories (*.story)</source>
        <translation>故事 (*.story)</translation>
    </message>
    <message>
        <source>Import text</source>
        <translation>导入文本</translation>
    </message>
    <message>
        <source>Saved. storyapp saves every change by itself.</source>
        <translation>已保存。storyapp 会自动保存每次修改。</translation>
    </message>
    <message>
        <source>Drop a picture on the card of a character, and it becomes the portrait.</source>
        <translation>把图片拖到角色的卡片上，它就成为该角色的肖像。</translation>
    </message>
    <message>
        <source>Texts (*.md *.markdown *.txt *.docx *.odt)</source>
        <translation>文本 (*.md *.markdown *.txt *.docx *.odt)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>My story</source>
        <translation>我的故事</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已另存为%1。</translation>
    </message>
    <message>
        <source>story</source>
        <translation>故事</translation>
    </message>
    <message>
        <source>Make a book</source>
        <translation>制作成书</translation>
    </message>
    <message>
        <source>Where the folder of pictures goes</source>
        <translation>图画文件夹放在哪里</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 的图画</translation>
    </message>
    <message>
        <source>E-books (*.epub)</source>
        <translation>电子书 (*.epub)</translation>
    </message>
    <message>
        <source>Word documents (*.docx)</source>
        <translation>Word 文档 (*.docx)</translation>
    </message>
    <message>
        <source>This scene has no picture yet; press Illustrate first.</source>
        <translation>这个场景还没有图画；请先点“配图”。</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图画</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>图画 (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Save this picture</source>
        <translation>保存这幅图画</translation>
    </message>
    <message>
        <source>Saving the picture</source>
        <translation>正在保存图画</translation>
    </message>
    <message>
        <source>There is a file “%1” already. Replace it? What is in it will be gone.</source>
        <translation>已经有一个文件“%1”。要替换它吗？里面的内容将会消失。</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>替换这个文件吗？</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>全词匹配</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>找到 %1 处</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message>
        <source>Replace words</source>
        <translation>替换文字</translation>
    </message>
    <message>
        <source>%1 replaced</source>
        <translation>替换了 %1 处</translation>
    </message>
</context>
<context>
    <name>Hands</name>
    <message>
        <source>Enlarge %1</source>
        <translation>放大 %1</translation>
    </message>
    <message>
        <source>Shrink %1</source>
        <translation>缩小 %1</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>Mirror %1</source>
        <translation>翻转 %1</translation>
    </message>
    <message>
        <source>Bring %1 forward</source>
        <translation>将 %1 前移</translation>
    </message>
    <message>
        <source>Send %1 back</source>
        <translation>将 %1 后移</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>锁定 %1</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>解锁 %1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏 %1</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Keyboard and mouse</source>
        <translation>键盘和鼠标</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Put a scene somewhere else</source>
        <translation>移动场景</translation>
    </message>
    <message>
        <source>drag it in the list</source>
        <translation>在列表中拖动</translation>
    </message>
    <message>
        <source>Right words for a wrong one</source>
        <translation>纠正拼错的词</translation>
    </message>
    <message>
        <source>right click on it</source>
        <translation>右键点击它</translation>
    </message>
    <message>
        <source>Open a picture large</source>
        <translation>放大打开图画</translation>
    </message>
    <message>
        <source>double click, or Enter</source>
        <translation>双击或回车</translation>
    </message>
    <message>
        <source>Choose who stands next in a picture</source>
        <translation>选择图画中的下一个</translation>
    </message>
    <message>
        <source>Move who is chosen in a picture</source>
        <translation>移动图画中选中的对象</translation>
    </message>
    <message>
        <source>drag, or arrow keys</source>
        <translation>拖动或方向键</translation>
    </message>
    <message>
        <source>Make larger, smaller</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>Add somebody to the large picture</source>
        <translation>在大图里添加人物</translation>
    </message>
    <message>
        <source>Bring forward, send back</source>
        <translation>前移、后移</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Page Up、Page Down</translation>
    </message>
    <message>
        <source>Take out of the picture</source>
        <translation>移出图画</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>New story</source>
        <translation>新故事</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Import text …</source>
        <translation>导入文本…</translation>
    </message>
    <message>
        <source>Sample stories</source>
        <translation>示例故事</translation>
    </message>
    <message>
        <source>Recent stories</source>
        <translation>最近的故事</translation>
    </message>
    <message>
        <source>Nothing yet. Stories that you write appear here with their covers.</source>
        <translation>还没有故事。你写的故事会带着封面出现在这里。</translation>
    </message>
    <message>
        <source>Write a story in scenes. Its pictures are painted here, on your computer, and nothing leaves it.</source>
        <translation>一个场景一个场景地写故事。图画就在你的电脑上绘制，任何内容都不会传出去。</translation>
    </message>
    <message>
        <source>What shall we tell today?</source>
        <translation>今天讲个什么故事？</translation>
    </message>
    <message>
        <source>Or begin with a plan</source>
        <translation>或从模板开始</translation>
    </message>
    <message>
        <source>Samples to play with</source>
        <translation>可以试试的示例</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>Open a story</source>
        <translation>打开故事</translation>
    </message>
    <message>
        <source>Stories (*.story)</source>
        <translation>故事 (*.story)</translation>
    </message>
    <message>
        <source>Texts (*.md *.markdown *.txt *.docx *.odt)</source>
        <translation>文本 (*.md *.markdown *.txt *.docx *.odt)</translation>
    </message>
    <message>
        <source>Import text</source>
        <translation>导入文本</translation>
    </message>
</context>
<context>
    <name>Illustrating</name>
    <message>
        <source>This scene has no words yet; write what happens in it first.</source>
        <translation>这个场景还没有文字；请先写下发生了什么。</translation>
    </message>
    <message>
        <source>Painting %1</source>
        <translation>正在画 %1</translation>
    </message>
    <message>
        <source>a scene</source>
        <translation>一个场景</translation>
    </message>
    <message>
        <source>Paint picture</source>
        <translation>画图画</translation>
    </message>
    <message>
        <source>Paint pictures</source>
        <translation>绘制图画</translation>
    </message>
    <message>
        <source>Scene %1 was not understood, so no picture of it was painted.</source>
        <translation>没有读懂场景 %1，所以没有为它画图。</translation>
    </message>
    <message>
        <source>Looking for pictures of “%1”</source>
        <translation>正在查找“%1”的图画</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Import text</source>
        <translation>导入文本</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Reading the text</source>
        <translation>正在读取文字</translation>
    </message>
    <message>
        <source>Where does a new scene begin?</source>
        <translation>新场景从哪里开始？</translation>
    </message>
    <message>
        <source>Reading the text …</source>
        <translation>正在读取文字…</translation>
    </message>
    <message>
        <source>At every heading</source>
        <translation>在每个标题处</translation>
    </message>
    <message>
        <source>At chapter lines</source>
        <translation>在写着章节的行处</translation>
    </message>
    <message>
        <source>At lines of dashes or stars</source>
        <translation>在横线或星号行处</translation>
    </message>
    <message>
        <source>At every number or bullet</source>
        <translation>在每个编号或项目符号处</translation>
    </message>
    <message>
        <source>At every blank line</source>
        <translation>在每个空行处</translation>
    </message>
    <message>
        <source>Nowhere: all of it is one scene</source>
        <translation>不拆分：全部是一个场景</translation>
    </message>
    <message>
        <source>Make a story</source>
        <translation>生成故事</translation>
    </message>
    <message>
        <source>%1: %2 scenes, %3 words, %4 characters</source>
        <translation>%1：%2 个场景，%3 字，%4 个角色</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Show all jobs: to reorder them, or to cancel one</source>
        <translation>显示所有任务：可重新排序或取消</translation>
    </message>
    <message>
        <source>Progress of the job</source>
        <translation>任务进度</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Stop everything that is being made or waits</source>
        <translation>停止所有正在进行和等待的任务</translation>
    </message>
    <message>
        <source> (%1 more)</source>
        <translation>（还有 %1 个）</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>剩余 %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>剩余 %1 分钟</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Nothing is being made.</source>
        <translation>没有正在进行的任务。</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Stop everything that is being made or waits</source>
        <translation>停止所有正在进行和等待的任务</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>推后</translation>
    </message>
    <message>
        <source>Cancel this one</source>
        <translation>取消这一个</translation>
    </message>
</context>
<context>
    <name>LayerList</name>
    <message>
        <source>Characters and things in the picture, front first</source>
        <translation>图画中的角色和物品，前面的在先</translation>
    </message>
    <message>
        <source>Drag to reorder; H hides, L locks, Delete removes.</source>
        <translation>拖动排序；H 隐藏，L 锁定，Delete 移除。</translation>
    </message>
    <message>
        <source>Front first</source>
        <translation>前面的在先</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>可见</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>地点：%1</translation>
    </message>
    <message>
        <source>Seen in the picture</source>
        <translation>在图画中可见</translation>
    </message>
    <message>
        <source>Locked: not moved, removed or painted again</source>
        <translation>已锁定：不移动、不移除、不重画</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>LikenessRow</name>
    <message>
        <source>Use it as drawn</source>
        <translation>直接用原画</translation>
    </message>
    <message>
        <source>Your drawing itself is in every picture, always in the same pose.</source>
        <translation>每张图画里都直接放您的原画，姿势总是一样。</translation>
    </message>
    <message>
        <source>Take another picture …</source>
        <translation>换一张图片…</translation>
    </message>
    <message>
        <source>Somebody whole, from the front, alone on white paper, is copied best.</source>
        <translation>白纸上单独一个、完整、正面的人物，画得最像。</translation>
    </message>
    <message>
        <source>Describe it</source>
        <translation>用文字描述</translation>
    </message>
    <message>
        <source>Hair, clothes and what is worn are painted as the words say.</source>
        <translation>头发、衣服和佩戴的东西会照文字来画。</translation>
    </message>
    <message>
        <source>Have it painted</source>
        <translation>让程序来画</translation>
    </message>
    <message>
        <source>The model paints it in every pose, as nearly like your drawing as it can.</source>
        <translation>模型会画出各种姿势，并尽量画得像您的原画。</translation>
    </message>
    <message>
        <source>Your drawing itself is in the pictures, always in the same pose.</source>
        <translation>图画里直接放着您的原画，姿势总是一样。</translation>
    </message>
    <message>
        <source>The pictures do not look much like your drawing. What you can do:</source>
        <translation>图画不太像您的原画。您可以这样做：</translation>
    </message>
</context>
<context>
    <name>LooksRow</name>
    <message>
        <source>skin</source>
        <translation>肤色</translation>
    </message>
    <message>
        <source>hair</source>
        <translation>发色</translation>
    </message>
    <message>
        <source>shirt</source>
        <translation>上衣</translation>
    </message>
    <message>
        <source>trousers</source>
        <translation>裤子</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour of the skin or fur</source>
        <translation>皮肤或毛的颜色</translation>
    </message>
    <message>
        <source>Colour of the hair</source>
        <translation>发色</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>体型</translation>
    </message>
    <message>
        <source>Colour of the shirt</source>
        <translation>衬衫的颜色</translation>
    </message>
    <message>
        <source>Colour of the trousers</source>
        <translation>裤子的颜色</translation>
    </message>
    <message>
        <source>What is worn</source>
        <translation>佩戴的东西</translation>
    </message>
    <message>
        <source>Colour of what is worn</source>
        <translation>佩戴物的颜色</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; paint a portrait to see it</source>
        <translation>；画一张肖像来看看</translation>
    </message>
    <message>
        <source>slim</source>
        <translation>苗条</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>round</source>
        <translation>圆润</translation>
    </message>
    <message>
        <source>any build</source>
        <translation>任意体型</translation>
    </message>
    <message>
        <source>any colour</source>
        <translation>任意颜色</translation>
    </message>
    <message>
        <source>nothing worn</source>
        <translation>不佩戴</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Studio</source>
        <translation>画室</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图画</translation>
    </message>
    <message>
        <source>The language changes as soon as the pictures in work are done.</source>
        <translation>正在绘制的图画完成后，语言就会切换。</translation>
    </message>
</context>
<context>
    <name>NewcomersRow</name>
    <message>
        <source>In your pictures. Keep them, and they look the same on every page:</source>
        <translation>他们在你的图画里。保留他们，每一页都会是同样的长相：</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>保留 %1</translation>
    </message>
    <message>
        <source>Make %1 a character, with a portrait that every picture follows</source>
        <translation>把 %1 设为角色，并画一幅肖像，所有图画都以它为准</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>The first pages</source>
        <translation>最前面几页</translation>
    </message>
    <message>
        <source>Double-click a page, or press Enter on it, to see it large</source>
        <translation>双击一页，或选中后按回车，即可放大查看</translation>
    </message>
    <message>
        <source>Drawing the first pages …</source>
        <translation>正在画前几页…</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>封面</translation>
    </message>
    <message>
        <source>Dedication</source>
        <translation>献词</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>书末</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
</context>
<context>
    <name>PictureActions</name>
    <message>
        <source>the place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>%1 is locked; press L to unlock.</source>
        <translation>%1 已锁定；按 L 键解锁。</translation>
    </message>
    <message>
        <source>This scene has no picture yet; press Illustrate first.</source>
        <translation>这个场景还没有图画；请先点“配图”。</translation>
    </message>
    <message>
        <source>Choose the cover</source>
        <translation>选择封面</translation>
    </message>
    <message>
        <source>This picture is on the cover now. “Make a book …” shows how it looks.</source>
        <translation>这幅图画现在是封面。“制作成书…”里可以看到效果。</translation>
    </message>
    <message>
        <source>Set the picture by hand</source>
        <translation>自己设定图画</translation>
    </message>
    <message>
        <source>Bring %1 forward</source>
        <translation>将 %1 前移</translation>
    </message>
    <message>
        <source>Send %1 back</source>
        <translation>将 %1 后移</translation>
    </message>
    <message>
        <source>Reorder layers</source>
        <translation>调整层次</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Repaint part of %1</source>
        <translation>重画 %1 的一部分</translation>
    </message>
    <message>
        <source>Paint %1 again</source>
        <translation>重画 %1</translation>
    </message>
    <message>
        <source>Vary %1</source>
        <translation>变化 %1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Change place</source>
        <translation>更改地点</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>Change the size of %1</source>
        <translation>改变%1的大小</translation>
    </message>
    <message>
        <source>Change the colour of %1</source>
        <translation>改变%1的颜色</translation>
    </message>
    <message>
        <source>Say where %1 is</source>
        <translation>设定%1的位置</translation>
    </message>
    <message>
        <source>%1 as the words say</source>
        <translation>%1按文字</translation>
    </message>
    <message>
        <source>Lock place</source>
        <translation>锁定地点</translation>
    </message>
    <message>
        <source>Free place</source>
        <translation>释放地点</translation>
    </message>
    <message>
        <source>Extend the place</source>
        <translation>扩展地点</translation>
    </message>
    <message>
        <source>Take portrait from the picture</source>
        <translation>从图画中取肖像</translation>
    </message>
    <message>
        <source>Choose variant of %1</source>
        <translation>选择 %1 的版本</translation>
    </message>
    <message>
        <source>Pin variant</source>
        <translation>固定版本</translation>
    </message>
    <message>
        <source>Unpin variant</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Delete variant</source>
        <translation>删除版本</translation>
    </message>
    <message>
        <source>Bring variants back</source>
        <translation>找回版本</translation>
    </message>
    <message>
        <source>Choose picture</source>
        <translation>选择图画</translation>
    </message>
</context>
<context>
    <name>PictureEditor</name>
    <message>
        <source>← Back to the story</source>
        <translation>← 返回故事</translation>
    </message>
    <message>
        <source>Back to the story (Escape)</source>
        <translation>返回故事（Esc）</translation>
    </message>
    <message>
        <source>The picture before</source>
        <translation>上一张图画</translation>
    </message>
    <message>
        <source>The next picture</source>
        <translation>下一张图画</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Words to paint it from</source>
        <translation>绘画所用的文字</translation>
    </message>
    <message>
        <source>What is painted when you press Paint; change the words as you like.</source>
        <translation>点“画”时所用的文字；可以随意修改。</translation>
    </message>
    <message>
        <source>Paint again</source>
        <translation>重画</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图画</translation>
    </message>
    <message>
        <source>Paint the region</source>
        <translation>画这个区域</translation>
    </message>
    <message>
        <source>There is nobody yet whose portrait it could be; add a character first.</source>
        <translation>还没有可以使用这张肖像的角色；请先添加角色。</translation>
    </message>
    <message>
        <source>A portrait of</source>
        <translation>肖像属于</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Make this the portrait of</source>
        <translation>设为肖像：</translation>
    </message>
</context>
<context>
    <name>PicturePages</name>
    <message>
        <source>This scene has no picture yet; press Illustrate first.</source>
        <translation>这个场景还没有图画；请先点“配图”。</translation>
    </message>
    <message>
        <source>There is nothing to illustrate yet; write a scene first.</source>
        <translation>还没有可以配图的内容；请先写一个场景。</translation>
    </message>
    <message>
        <source>Every scene has a picture that is as new as its words. Paint them all anew?</source>
        <translation>每个场景的图画都与文字一样新。要全部重画吗？</translation>
    </message>
    <message>
        <source>The pictures of now are kept, among the earlier ones of each scene.</source>
        <translation>现在的图画会保留在各场景的较早图画中。</translation>
    </message>
    <message>
        <source>Illustrate all</source>
        <translation>全部配图</translation>
    </message>
    <message>
        <source>Every picture is as new as its text.</source>
        <translation>每张图画都和文字一样新。</translation>
    </message>
</context>
<context>
    <name>PicturePanel</name>
    <message>
        <source>This scene has no picture yet. Write what happens, then press Illustrate.</source>
        <translation>这个场景还没有图画。写下发生的事，然后点“配图”。</translation>
    </message>
    <message>
        <source>All pictures of this scene</source>
        <translation>这个场景的所有图画</translation>
    </message>
    <message>
        <source>Earlier pictures</source>
        <translation>以前的图画</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>第 %1 幅图画，共 %2 幅</translation>
    </message>
    <message>
        <source>in the picture</source>
        <translation>在图画中</translation>
    </message>
    <message>
        <source>the other variant</source>
        <translation>另一个版本</translation>
    </message>
</context>
<context>
    <name>PictureSaving</name>
    <message>
        <source>Use as cover</source>
        <translation>用作封面</translation>
    </message>
    <message>
        <source>Save this picture</source>
        <translation>保存这幅图画</translation>
    </message>
    <message>
        <source>Small, to send (%1 pixels) …</source>
        <translation>小，适合发送（%1 像素）…</translation>
    </message>
    <message>
        <source>Middle (%1 pixels) …</source>
        <translation>中（%1 像素）…</translation>
    </message>
    <message>
        <source>Large, to print (%1 pixels) …</source>
        <translation>大，适合打印（%1 像素）…</translation>
    </message>
</context>
<context>
    <name>PictureSearch</name>
    <message>
        <source>Search pictures</source>
        <translation>搜索图画</translation>
    </message>
    <message>
        <source>a fox running in the snow</source>
        <translation>雪中奔跑的狐狸（请用英文）</translation>
    </message>
    <message>
        <source>What the picture shows</source>
        <translation>图画的内容</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Compare every picture of the story with the words</source>
        <translation>把故事的每张图画与文字比较</translation>
    </message>
    <message>
        <source>Say what the picture shows, earlier pictures included.</source>
        <translation>说出图画的内容，包括以前的图画。</translation>
    </message>
    <message>
        <source>Pictures found</source>
        <translation>找到的图画</translation>
    </message>
    <message>
        <source>There are no pictures to search yet.</source>
        <translation>还没有可以搜索的图画。</translation>
    </message>
    <message>
        <source>Type some words.</source>
        <translation>请输入文字。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source> (earlier)</source>
        <translation>（以前的）</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>The best match comes first.</source>
        <translation>最匹配的排在最前。</translation>
    </message>
</context>
<context>
    <name>PlaceForm</name>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>天气</translation>
    </message>
    <message>
        <source>Same place as</source>
        <translation>地点同</translation>
    </message>
    <message>
        <source>Lock the place of another scene for this one: “the same kitchen”.</source>
        <translation>把另一个场景的地点锁定给这个场景：“同一个厨房”。</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>哪里</translation>
    </message>
    <message>
        <source>When</source>
        <translation>何时</translation>
    </message>
    <message>
        <source>its own</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>Scene %1</source>
        <translation>场景 %1</translation>
    </message>
</context>
<context>
    <name>PlaceSteps</name>
    <message>
        <source>The pictures of the scenes that go on here (%1) stay as they are. The same menu can change them.</source>
        <translation>在这里继续的场景（%1）的图画保持不变。用同一个菜单可以更改它们。</translation>
    </message>
    <message>
        <source>Change place</source>
        <translation>更改地点</translation>
    </message>
</context>
<context>
    <name>PlanChips</name>
    <message>
        <source>plain paper</source>
        <translation>白纸</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>in, puddle</comment>
        <translation>%2%1</translation>
    </message>
    <message>
        <source>Also in the scenes that go on here (%1)</source>
        <translation>在这里继续的场景（%1）也一样</translation>
    </message>
    <message>
        <source>As the words say, next time</source>
        <translation>下次按文字</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>姿势</translation>
    </message>
    <message>
        <source>Feeling</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Facing</source>
        <translation>朝向</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>是什么</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Select in the picture</source>
        <translation>在图画中选择</translation>
    </message>
    <message>
        <source>Take out of the picture</source>
        <translation>移出图画</translation>
    </message>
    <message>
        <source>on its own</source>
        <translation>单独</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Chosen by you in an earlier scene; this one goes on there.</source>
        <translation>由您在前面的场景中选定；这个场景在那里继续。</translation>
    </message>
    <message>
        <source>Chosen by you; it stays when the words are read again.</source>
        <translation>由你选择；再次读取文字时保持不变。</translation>
    </message>
    <message>
        <source>Read from “%1”.</source>
        <translation>读自“%1”。</translation>
    </message>
    <message>
        <source>Not said in this scene.</source>
        <translation>这个场景没有说明。</translation>
    </message>
</context>
<context>
    <name>PortraitStrip</name>
    <message>
        <source>Portraits to choose from</source>
        <translation>可选的肖像</translation>
    </message>
    <message>
        <source>Click: the portrait that is shown. Right-click: follow one more, from another side, or remove one.</source>
        <translation>单击：选定显示的肖像。右键单击：再参照一幅其他角度的肖像，或删除一幅。</translation>
    </message>
    <message>
        <source>Portrait %1 of %2</source>
        <translation>第 %1 幅肖像，共 %2 幅</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>正在显示</translation>
    </message>
    <message>
        <source>followed too</source>
        <translation>同时参照</translation>
    </message>
    <message>
        <source>Remove this portrait</source>
        <translation>删除这幅肖像</translation>
    </message>
    <message>
        <source>Follow this portrait too</source>
        <translation>同时参照这幅肖像</translation>
    </message>
</context>
<context>
    <name>Portraits</name>
    <message>
        <source>Portrait of %1</source>
        <translation>%1 的肖像</translation>
    </message>
    <message>
        <source>Paint portrait</source>
        <translation>画肖像</translation>
    </message>
    <message>
        <source>Import portrait</source>
        <translation>导入肖像</translation>
    </message>
    <message>
        <source>cut from a scene</source>
        <translation>剪自场景</translation>
    </message>
    <message>
        <source>Cut portrait from a scene</source>
        <translation>从场景中剪取肖像</translation>
    </message>
    <message>
        <source>Reading the picture</source>
        <translation>正在读取图片</translation>
    </message>
    <message>
        <source>The model cannot draw this picture well, so it is used as it was drawn.</source>
        <translation>模型画不好这张图，所以按原样使用。</translation>
    </message>
</context>
<context>
    <name>RecastDialog</name>
    <message>
        <source>Replace %1 in the pictures</source>
        <translation>在图画中替换 %1</translation>
    </message>
    <message>
        <source>Who is painted instead</source>
        <translation>改画谁</translation>
    </message>
    <message>
        <source>%1, as the portrait is now</source>
        <translation>%1，按现在的肖像</translation>
    </message>
    <message>
        <source>Change the name in the words, too</source>
        <translation>同时修改文字中的名字</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>试试</translation>
    </message>
    <message>
        <source>Paint it to look at; the story stays as it is</source>
        <translation>先画出来看看；故事保持不变</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Take the new pictures into the story, as one step</source>
        <translation>把新图画放进故事，作为一步</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Pictures, before and after</source>
        <translation>图画，前后对比</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Painted instead:</source>
        <translation>改画：</translation>
    </message>
    <message>
        <source>%1 is in no picture yet.</source>
        <translation>%1 还不在任何图画中。</translation>
    </message>
    <message>
        <source>%1 is in %2 of these scenes already and would be there twice, so they are not ticked.</source>
        <translation>%1 已在其中 %2 个场景里，替换后会出现两次，因此这些场景没有勾选。</translation>
    </message>
    <message>
        <source>Painting …</source>
        <translation>正在画…</translation>
    </message>
    <message>
        <source>%1 pictures tried.</source>
        <translation>试了 %1 张图画。</translation>
    </message>
    <message>
        <source>Replace %1 by %2</source>
        <translation>用 %2 替换 %1</translation>
    </message>
    <message>
        <source>Paint %1 anew</source>
        <translation>重新画 %1</translation>
    </message>
</context>
<context>
    <name>Renaming</name>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change it in the words of every scene</source>
        <translation>在每个场景的文字中更改</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Leave the words; both names mean the same</source>
        <translation>保留文字；两个名字指同一个角色</translation>
    </message>
    <message>
        <source>Rename character</source>
        <translation>重命名角色</translation>
    </message>
    <message>
        <source>Change “%1” to “%2” in the words, too?</source>
        <translation>也把文字中的“%1”改为“%2”吗？</translation>
    </message>
    <message>
        <source>Change “%1” to “%2”</source>
        <translation>把“%1”改为“%2”</translation>
    </message>
</context>
<context>
    <name>Repainting</name>
    <message>
        <source>Trying %1 in %2 pictures</source>
        <translation>正在 %2 张图画上试用 %1</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Not finished yet: %1. Stop and close?</source>
        <translation>尚未完成：%1。要停止并关闭吗？</translation>
    </message>
    <message>
        <source>Still at work</source>
        <translation>仍在进行</translation>
    </message>
</context>
<context>
    <name>SceneCard</name>
    <message>
        <source>Scene heading</source>
        <translation>场景标题</translation>
    </message>
    <message>
        <source>In one sentence: what happens?</source>
        <translation>一句话：发生了什么？</translation>
    </message>
    <message>
        <source>Synopsis of the scene</source>
        <translation>场景梗概</translation>
    </message>
    <message>
        <source>What happens here? Write it as you would tell it.</source>
        <translation>这里发生了什么？像讲故事那样写下来。</translation>
    </message>
    <message>
        <source>Words of the scene</source>
        <translation>场景的文字</translation>
    </message>
    <message>
        <source>Illustrate</source>
        <translation>配图</translation>
    </message>
    <message>
        <source>Paint a picture of this scene; an earlier one is kept beside it</source>
        <translation>为这个场景画一幅图画；以前的图画会保留</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Scene %1 of %2</source>
        <translation>第 %1 个场景，共 %2 个</translation>
    </message>
    <message>
        <source>New picture</source>
        <translation>新图画</translation>
    </message>
</context>
<context>
    <name>SceneList</name>
    <message>
        <source>Scenes</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Empty scene</source>
        <translation>空场景</translation>
    </message>
</context>
<context>
    <name>ScenePictures</name>
    <message>
        <source>Paint %1 again</source>
        <translation>重新绘制%1</translation>
    </message>
</context>
<context>
    <name>SceneSteps</name>
    <message>
        <source>Add scene</source>
        <translation>添加场景</translation>
    </message>
    <message>
        <source>Duplicate scene</source>
        <translation>复制场景</translation>
    </message>
    <message>
        <source>Move scene</source>
        <translation>移动场景</translation>
    </message>
    <message>
        <source>Reorder scenes</source>
        <translation>调整场景顺序</translation>
    </message>
    <message>
        <source>Split scene</source>
        <translation>拆分场景</translation>
    </message>
    <message>
        <source>Make scenes of it</source>
        <translation>分成场景</translation>
    </message>
    <message>
        <source>Merge scenes</source>
        <translation>合并场景</translation>
    </message>
    <message>
        <source>Delete scene</source>
        <translation>删除场景</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Change heading</source>
        <translation>修改标题</translation>
    </message>
    <message>
        <source>Change synopsis</source>
        <translation>修改梗概</translation>
    </message>
    <message>
        <source>Choose cast</source>
        <translation>选择角色</translation>
    </message>
</context>
<context>
    <name>ScenesOffer</name>
    <message>
        <source>Leave</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Leave all of it in one scene</source>
        <translation>全部留在一个场景里</translation>
    </message>
    <message>
        <source>This looks like a story of %1 scenes.</source>
        <translation>这像是一个有 %1 个场景的故事。</translation>
    </message>
    <message>
        <source>Make %1 scenes</source>
        <translation>分成 %1 个场景</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>从列表中移除</translation>
    </message>
</context>
<context>
    <name>StageView</name>
    <message>
        <source>Picture of the scene</source>
        <translation>场景的图画</translation>
    </message>
    <message>
        <source>Click somebody, then drag; double-click or Enter opens the picture large</source>
        <translation>点选对象后拖动；双击或回车放大打开图画</translation>
    </message>
    <message>
        <source>No picture yet – press Illustrate</source>
        <translation>还没有图画 – 请点“配图”</translation>
    </message>
    <message>
        <source>Its picture is being painted …</source>
        <translation>正在画它的图画…</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>Paint again</source>
        <translation>重画</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Open the picture</source>
        <translation>打开图画</translation>
    </message>
</context>
<context>
    <name>StaleBar</name>
    <message>
        <source>This picture is older than its text.</source>
        <translation>这张图画比文字旧。</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Paint this picture after its words of now</source>
        <translation>按现在的文字重画这幅图</translation>
    </message>
    <message>
        <source>Paint every picture that is older than its text (F5)</source>
        <translation>重画所有比文字旧的图画（F5）</translation>
    </message>
    <message>
        <source>Refresh all %1</source>
        <translation>全部刷新（%1）</translation>
    </message>
</context>
<context>
    <name>StoryColumn</name>
    <message>
        <source>Title of the story</source>
        <translation>故事的标题</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>新场景</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>选择语言</translation>
    </message>
    <message>
        <source>Change title</source>
        <translation>修改标题</translation>
    </message>
    <message>
        <source>Change author</source>
        <translation>修改作者</translation>
    </message>
</context>
<context>
    <name>StoryFacts</name>
    <message>
        <source>no words yet</source>
        <translation>还没有文字</translation>
    </message>
    <message>
        <source>%1 words, %2 min. read aloud</source>
        <translation>%1 字，朗读约 %2 分钟</translation>
    </message>
    <message>
        <source>1 word, %2 min. read aloud</source>
        <translation>1 字，朗读约 %2 分钟</translation>
    </message>
    <message>
        <source>%1 in this scene</source>
        <translation>本场景 %1 字</translation>
    </message>
    <message>
        <source>This story is in %1. Its pictures are read from English and Chinese words only: after Illustrate, say in the Picture panel where the scene is and who is in it, and it is painted so.</source>
        <translation>这个故事是用%1写的。程序只能从英文和中文文字中读出图画：请先点“配图”，再在“图画”面板中说明场景的地点和人物，就会照此绘制。</translation>
    </message>
</context>
<context>
    <name>StyleCompare</name>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>Where the line between the two styles is</source>
        <translation>两种风格之间分界线的位置</translation>
    </message>
    <message>
        <source>The picture before</source>
        <translation>上一张图画</translation>
    </message>
    <message>
        <source>The next picture</source>
        <translation>下一张图画</translation>
    </message>
    <message>
        <source>Style on the left</source>
        <translation>左边的风格</translation>
    </message>
    <message>
        <source>Style on the right</source>
        <translation>右边的风格</translation>
    </message>
    <message>
        <source>Take %1 for the book</source>
        <translation>全书采用%1</translation>
    </message>
</context>
<context>
    <name>StylePanel</name>
    <message>
        <source>Only for the chosen scene</source>
        <translation>只用于选中的场景</translation>
    </message>
    <message>
        <source>Give the chosen scene a style of its own; the book keeps its style.</source>
        <translation>给选中的场景单独的风格；全书风格不变。</translation>
    </message>
    <message>
        <source>As the book again</source>
        <translation>恢复全书风格</translation>
    </message>
    <message>
        <source>The chosen scene follows the style of the book again.</source>
        <translation>选中的场景重新采用全书的风格。</translation>
    </message>
    <message>
        <source>Before and after …</source>
        <translation>前后对比…</translation>
    </message>
    <message>
        <source>See the pictures of the book in two styles, one over the other.</source>
        <translation>用两种风格叠放查看全书的图画。</translation>
    </message>
    <message>
        <source>Every layout and every character stays; only the style changes.</source>
        <translation>布局和角色都不变；只改变风格。</translation>
    </message>
    <message>
        <source>Restyle the scene</source>
        <translation>更换场景风格</translation>
    </message>
    <message>
        <source>Restyle the book</source>
        <translation>更换全书风格</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>A small hero</source>
        <translation>小主角</translation>
    </message>
    <message>
        <source>Who is it about, and where do they live?</source>
        <translation>故事讲的是谁？住在哪里？</translation>
    </message>
    <message>
        <source>A wish</source>
        <translation>一个愿望</translation>
    </message>
    <message>
        <source>What does the hero want more than anything?</source>
        <translation>主角最想要什么？</translation>
    </message>
    <message>
        <source>Setting out</source>
        <translation>出发</translation>
    </message>
    <message>
        <source>The hero leaves home. What is the weather like?</source>
        <translation>主角离开家。天气怎么样？</translation>
    </message>
    <message>
        <source>A friend</source>
        <translation>一个朋友</translation>
    </message>
    <message>
        <source>Somebody comes along. Are they helpful or funny?</source>
        <translation>有人来了。他是热心，还是有趣？</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>麻烦</translation>
    </message>
    <message>
        <source>Something goes wrong.</source>
        <translation>出了差错。</translation>
    </message>
    <message>
        <source>Darkest night</source>
        <translation>最黑的夜</translation>
    </message>
    <message>
        <source>It looks as if the wish will never come true.</source>
        <translation>愿望好像永远不会实现了。</translation>
    </message>
    <message>
        <source>An idea</source>
        <translation>一个主意</translation>
    </message>
    <message>
        <source>What does the hero try now?</source>
        <translation>主角现在试什么办法？</translation>
    </message>
    <message>
        <source>It works</source>
        <translation>成功了</translation>
    </message>
    <message>
        <source>The wish comes true, but not as expected.</source>
        <translation>愿望实现了，却和想的不一样。</translation>
    </message>
    <message>
        <source>Home again</source>
        <translation>回家</translation>
    </message>
    <message>
        <source>What is different now?</source>
        <translation>现在有什么不同？</translation>
    </message>
    <message>
        <source>Nine scenes from a wish to coming home, on square pages.</source>
        <translation>从愿望到回家的九个场景，方形页面。</translation>
    </message>
    <message>
        <source>Picture book</source>
        <translation>绘本</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>Who, where and when?</source>
        <translation>谁？在哪里？什么时候？</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首先</translation>
    </message>
    <message>
        <source>What happens first?</source>
        <translation>首先发生了什么？</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>然后</translation>
    </message>
    <message>
        <source>What happens then? What do they say?</source>
        <translation>接着发生了什么？他们说了什么？</translation>
    </message>
    <message>
        <source>Suddenly</source>
        <translation>忽然</translation>
    </message>
    <message>
        <source>Something nobody expected.</source>
        <translation>谁也没想到的事。</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>结尾</translation>
    </message>
    <message>
        <source>How does it end, and how does everybody feel?</source>
        <translation>怎么结束？大家心情怎样？</translation>
    </message>
    <message>
        <source>Five scenes that a class can write together, on A4 pages.</source>
        <translation>全班一起写的五个场景，A4 页面。</translation>
    </message>
    <message>
        <source>Class story</source>
        <translation>班级故事</translation>
    </message>
    <message>
        <source>Panel %1</source>
        <translation>第 %1 格</translation>
    </message>
    <message>
        <source>Show where we are.</source>
        <translation>交代地点。</translation>
    </message>
    <message>
        <source>The hero does something.</source>
        <translation>主角做了件事。</translation>
    </message>
    <message>
        <source>Somebody answers.</source>
        <translation>有人回应。</translation>
    </message>
    <message>
        <source>It gets out of hand.</source>
        <translation>事情失控了。</translation>
    </message>
    <message>
        <source>The great surprise.</source>
        <translation>大大的意外。</translation>
    </message>
    <message>
        <source>The joke at the end.</source>
        <translation>最后的笑点。</translation>
    </message>
    <message>
        <source>Six panels with a joke at the end, on wide pages.</source>
        <translation>六格漫画，最后有笑点，宽页面。</translation>
    </message>
    <message>
        <source>Comic of six</source>
        <translation>六格漫画</translation>
    </message>
</context>
<context>
    <name>ThingColours</name>
    <message>
        <source>as it is painted</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1色的%2</translation>
    </message>
</context>
<context>
    <name>ThingPicker</name>
    <message>
        <source>Add a thing</source>
        <translation>添加物品</translation>
    </message>
    <message>
        <source>Type: kite, ball, cake …</source>
        <translation>输入：风筝、球、蛋糕…</translation>
    </message>
    <message>
        <source>Name of the thing</source>
        <translation>物品的名称</translation>
    </message>
    <message>
        <source>Things that can be drawn</source>
        <translation>可以画的物品</translation>
    </message>
    <message>
        <source>No thing of that name can be drawn.</source>
        <translation>没有可以画的这种物品。</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Here you write</source>
        <translation>在这里写作</translation>
    </message>
    <message>
        <source>One scene after the other, each with its heading, its words and its picture. Every letter is saved by itself, and every step can be undone.</source>
        <translation>一个场景接一个场景，各有标题、文字和图画。每个字都会自动保存，每一步都可以撤销。</translation>
    </message>
    <message>
        <source>Your scenes</source>
        <translation>你的场景</translation>
    </message>
    <message>
        <source>Drag a scene to another place. The Scene menu splits, joins and copies scenes.</source>
        <translation>拖动场景来调整顺序。“场景”菜单可以拆分、合并和复制场景。</translation>
    </message>
    <message>
        <source>The studio</source>
        <translation>画室</translation>
    </message>
    <message>
        <source>Describe your characters once and lock them: they look the same in every scene. Choose the style of the book, and change each picture by hand.</source>
        <translation>描述一次角色并锁定：他们在每个场景里都一个样。选择全书的风格，也可以动手修改每张图画。</translation>
    </message>
    <message>
        <source>Illustrate</source>
        <translation>配图</translation>
    </message>
    <message>
        <source>“Illustrate all” paints every scene, “Make a book” makes a PDF, an e-book or a Word file of it. Go on writing meanwhile.</source>
        <translation>“全部配图”为每个场景作画，“制作成书”把它做成 PDF、电子书或 Word 文件。其间可以继续写作。</translation>
    </message>
    <message>
        <source>What is being made</source>
        <translation>正在制作</translation>
    </message>
    <message>
        <source>Pictures in work appear here, with the time they still take. Nothing leaves this computer.</source>
        <translation>正在绘制的图画显示在这里，并显示剩余时间。任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Start writing</source>
        <translation>开始写作</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
</context>
<context>
    <name>VariantsStrip</name>
    <message>
        <source>Variants of what is chosen</source>
        <translation>选中对象的版本</translation>
    </message>
    <message>
        <source>Click or Enter shows a variant, P pins it, Delete takes it out of the row.</source>
        <translation>点击或回车显示版本，P 固定，Delete 移出。</translation>
    </message>
    <message>
        <source>Pin this variant in front</source>
        <translation>把这个版本固定在前面</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare this variant with the one that is shown</source>
        <translation>与显示的版本比较</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take this variant out of the row; it is kept</source>
        <translation>移出这个版本；它会被保留</translation>
    </message>
    <message>
        <source>Bring back the variants that were taken out</source>
        <translation>找回移出的版本</translation>
    </message>
    <message>
        <source>Bring back %1</source>
        <translation>找回 %1 个</translation>
    </message>
    <message>
        <source>Painted from: %1</source>
        <translation>画自：%1</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>Variant %1 of %2</source>
        <translation>第 %1 个版本，共 %2 个</translation>
    </message>
    <message>
        <source>in the picture</source>
        <translation>在图画中</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已置顶</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>固定或取消固定</translation>
    </message>
    <message>
        <source>Compare with the one that is shown</source>
        <translation>与显示的比较</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Earlier version</source>
        <translation>早先的版本</translation>
    </message>
    <message>
        <source>Earlier version of a scene</source>
        <translation>场景的早先版本</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Earlier versions</source>
        <translation>早先的版本</translation>
    </message>
    <message>
        <source>The words of this version</source>
        <translation>这个版本的文字</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The story becomes this version again; Undo takes that back.</source>
        <translation>故事恢复成这个版本；可以撤销。</translation>
    </message>
    <message>
        <source>Open as a copy</source>
        <translation>作为副本打开</translation>
    </message>
    <message>
        <source>A story of its own, in a window of its own; this one stays as it is.</source>
        <translation>成为另一个故事，在另一个窗口打开；现在的故事不变。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>%1 words, %2 scenes</source>
        <translation>%1 字，%2 个场景</translation>
    </message>
    <message>
        <source>There is no earlier version yet. storyapp keeps one every few minutes while you write.</source>
        <translation>还没有早先的版本。写作时，storyapp 每隔几分钟保存一个。</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>These are the words of now.</source>
        <translation>这就是现在的文字。</translation>
    </message>
    <message>
        <source>%1 scenes have other words now</source>
        <translation>%1 个场景的文字现在不同</translation>
    </message>
    <message>
        <source>One scene has other words now</source>
        <translation>有一个场景的文字已不同</translation>
    </message>
    <message>
        <source>%1 are no more in the story</source>
        <translation>%1 个已不在故事里</translation>
    </message>
    <message>
        <source>one is no more in the story</source>
        <translation>有一个已不在故事中</translation>
    </message>
    <message>
        <source>%1 came later</source>
        <translation>%1 个是后来加的</translation>
    </message>
    <message>
        <source>one came later</source>
        <translation>有一个是后来加的</translation>
    </message>
    <message>
        <source>other words now</source>
        <translation>现在的文字不同</translation>
    </message>
    <message>
        <source>not in the story now</source>
        <translation>现在不在故事里</translation>
    </message>
    <message>
        <source>The earlier version is back. Undo takes that back.</source>
        <translation>早先的版本已恢复。可以撤销。</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>paints on the processor</source>
        <translation>用处理器绘画</translation>
    </message>
    <message>
        <source>paints on the graphics card</source>
        <translation>用显卡绘画</translation>
    </message>
    <message>
        <source>Opening pictures</source>
        <translation>正在打开图画</translation>
    </message>
</context>
<context>
    <name>WritingField</name>
    <message>
        <source>Looking for words …</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Add “%1” to my dictionary</source>
        <translation>把“%1”加入我的词典</translation>
    </message>
    <message>
        <source>No word is like it</source>
        <translation>没有相近的词</translation>
    </message>
</context>
<context>
    <name>WrittenBar</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>关闭这条提示</translation>
    </message>
    <message>
        <source>No program on this computer opens it. It is here: %1</source>
        <translation>这台电脑上没有程序能打开它。它在这里：%1</translation>
    </message>
</context>
</TS>
