<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AddEvidenceSheet</name>
    <message>
        <source>添加证据</source>
        <translation>Add evidence</translation>
    </message>
    <message>
        <source>关上</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>还没有选文件</source>
        <translation>No file chosen yet</translation>
    </message>
    <message>
        <source>没有添加：读不了“%1”</source>
        <translation>Not added: &quot;%1&quot; cannot be read</translation>
    </message>
    <message>
        <source>没有添加：“%1”是空的</source>
        <translation>Not added: &quot;%1&quot; is empty</translation>
    </message>
    <message>
        <source>没有添加：“%1”超过 %2 MB</source>
        <translation>Not added: &quot;%1&quot; is larger than %2 MB</translation>
    </message>
    <message>
        <source>没有添加：“%1”不是能收的文件</source>
        <translation>Not added: &quot;%1&quot; is of a kind that cannot be evidence</translation>
    </message>
    <message>
        <source>先选一个文件，再保存。</source>
        <translation>Choose a file first, then save.</translation>
    </message>
    <message>
        <source>U盘可能拔了，或者不让读。您写的说明还在，插好再选一次。</source>
        <translation>The stick may have been pulled out, or the file may not be read. What you wrote is still here. Plug it in and choose again.</translation>
    </message>
    <message>
        <source>里面什么也没有。您写的说明还在，请换一个文件。</source>
        <translation>There is nothing in it. What you wrote is still here; please choose another file.</translation>
    </message>
    <message>
        <source>您写的说明还在。照片请拍小一点，录音请分成几段，再选一次。</source>
        <translation>What you wrote is still here. Take a smaller photo, or cut the recording into parts, and choose again.</translation>
    </message>
    <message>
        <source>能收照片（JPG、PNG）、录音（M4A、MP3、WAV）和 PDF。您写的说明还在，请换一个文件。</source>
        <translation>Photos (JPG, PNG), recordings (M4A, MP3, WAV) and PDF can be evidence. What you wrote is still here; please choose another file.</translation>
    </message>
    <message>
        <source>文件和说明都还在这里，可以再保存一次。</source>
        <translation>The file and what you wrote are still here; you can save again.</translation>
    </message>
    <message>
        <source>正在读文件</source>
        <translation>Reading the file</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>照片、录音或 PDF，不超过 %1 MB</source>
        <translation>A photo, a recording or a PDF of at most %1 MB</translation>
    </message>
    <message>
        <source>换一个文件</source>
        <translation>Another file</translation>
    </message>
    <message>
        <source>选文件</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>一句话，它是什么。例如：护士站的收费单。可以不写。</source>
        <translation>In one line. For example: a bill from the ward. May be left empty.</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>BedPage</name>
    <message>
        <source>先选谁在用这台平板，再保存。</source>
        <translation>First choose who is using this tablet, then save.</translation>
    </message>
    <message>
        <source>先选今天见到患者了吗，再保存。</source>
        <translation>First choose whether you saw the patient today, then save.</translation>
    </message>
    <message>
        <source>谁填的</source>
        <translation>Filled in by</translation>
    </message>
    <message>
        <source>护士代记</source>
        <translation>Nurse</translation>
    </message>
    <message>
        <source>患者</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>家属</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>表里有回答，就是见到了：选“已访”，或清空重写。</source>
        <translation>An answered form means the patient was seen: choose &quot;Seen&quot;, or clear it.</translation>
    </message>
    <message>
        <source>有一题的答案不合适，请看表里红色的字。</source>
        <translation>One answer does not fit; see the red words in the form.</translation>
    </message>
</context>
<context>
    <name>BedTile</name>
    <message>
        <source>入院第 %1 天</source>
        <translation>Day %1 in hospital</translation>
    </message>
    <message>
        <source>空床</source>
        <translation>Empty bed</translation>
    </message>
    <message>
        <source>填了一半</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>已发</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>未发卡</source>
        <translation>No card</translation>
    </message>
    <message>
        <source>已发卡</source>
        <translation>Card given</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>床</source>
        <translation>bed</translation>
    </message>
</context>
<context>
    <name>BedsPage</name>
    <message>
        <source>还没有床位</source>
        <translation>No beds yet</translation>
    </message>
    <message>
        <source>没有这样的床位</source>
        <translation>No beds like this</translation>
    </message>
    <message>
        <source>服务办登记好床位、机器联网以后，床位会出现在这里。</source>
        <translation>Beds appear here once the service office has entered them and this machine is connected.</translation>
    </message>
    <message>
        <source>点“全部”看所有床位。</source>
        <translation>Touch &quot;All&quot; to see every bed.</translation>
    </message>
</context>
<context>
    <name>CandidateBar</name>
    <message>
        <source>收起候选字</source>
        <translation>Close the list of characters</translation>
    </message>
    <message>
        <source>更多候选字</source>
        <translation>More characters</translation>
    </message>
    <message>
        <source>手写</source>
        <translation>Handwriting</translation>
    </message>
    <message>
        <source>常用的话</source>
        <translation>Ready phrases</translation>
    </message>
</context>
<context>
    <name>CandidateGrid</name>
    <message>
        <source>前一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>回到键盘</source>
        <translation>Back to keyboard</translation>
    </message>
    <message>
        <source>后一页</source>
        <translation>Next page</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>临床科室</source>
        <translation>Clinics</translation>
    </message>
    <message>
        <source>检查检验</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>管理科室</source>
        <translation>Offices</translation>
    </message>
    <message>
        <source>后勤服务</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>医患连心卡</source>
        <translation>Contact card</translation>
    </message>
    <message>
        <source>投诉、建议、咨询</source>
        <translation>Complaints, suggestions, enquiries</translation>
    </message>
    <message>
        <source>投诉、建议、咨询，请打服务办公室</source>
        <translation>Complaints, suggestions, enquiries: call the service office</translation>
    </message>
    <message>
        <source>看好了，回首页</source>
        <translation>Back to start</translation>
    </message>
    <message>
        <source>正在打印</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>请取纸</source>
        <translation>Please take it</translation>
    </message>
    <message>
        <source>没打出来</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>打印一张</source>
        <translation>Print it</translation>
    </message>
</context>
<context>
    <name>CardRow</name>
    <message>
        <source>医患连心卡</source>
        <translation>Contact card</translation>
    </message>
    <message>
        <source>已发，%1</source>
        <translation>Given, %1</translation>
    </message>
    <message>
        <source>交到手里了</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>还没发</source>
        <translation>Not given yet</translation>
    </message>
    <message>
        <source>医患连心卡，交到手里了</source>
        <translation>Contact card, handed over</translation>
    </message>
</context>
<context>
    <name>ContactCardPaper</name>
    <message>
        <source>yyyy年M月d日</source>
        <translation>MMMM d, yyyy</translation>
    </message>
    <message>
        <source>医患连心卡 %1</source>
        <translation>Contact card %1</translation>
    </message>
    <message>
        <source>医患连心卡</source>
        <translation>Contact card</translation>
    </message>
    <message>
        <source>有什么要问、要说的，随时可以打这些电话。</source>
        <translation>For any question or anything to tell us, call these numbers at any time.</translation>
    </message>
    <message>
        <source>投诉、建议、咨询，请打服务办公室：%1</source>
        <translation>Complaints, suggestions and questions: the service office, %1</translation>
    </message>
    <message>
        <source>科室</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>号码更新于 %1</source>
        <translation>Numbers as of %1</translation>
    </message>
</context>
<context>
    <name>ContactTask</name>
    <message>
        <source>患者本人</source>
        <translation>The patient</translation>
    </message>
    <message>
        <source>家属</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>本院职工</source>
        <translation>Hospital staff</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Someone else</translation>
    </message>
    <message>
        <source>不留姓名</source>
        <translation>Without my name</translation>
    </message>
    <message>
        <source>留联系方式</source>
        <translation>With contact details</translation>
    </message>
    <message>
        <source>怎么称呼您</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>可以不填</source>
        <translation>You may leave this empty</translation>
    </message>
    <message>
        <source>办理时不让别人知道我的姓名</source>
        <translation>Keep my name private</translation>
    </message>
    <message>
        <source>办理时不让别人知道我的工作单位</source>
        <translation>Keep my workplace private</translation>
    </message>
    <message>
        <source>您是</source>
        <translation>You are</translation>
    </message>
</context>
<context>
    <name>CountRing</name>
    <message numerus="yes">
        <source>秒</source>
        <translation>
            <numerusform>second</numerusform>
            <numerusform>seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DepartmentSheet</name>
    <message>
        <source>科室和负责人电话</source>
        <translation>Departments and who to call</translation>
    </message>
    <message>
        <source>不选，关上</source>
        <translation>Close without choosing</translation>
    </message>
    <message>
        <source>还没有科室名单。联网以后会出现在这里。</source>
        <translation>No departments yet. They appear here once this machine is connected.</translation>
    </message>
    <message>
        <source>负责人 %1</source>
        <translation>Head %1</translation>
    </message>
    <message>
        <source>科室 %1</source>
        <translation>Department %1</translation>
    </message>
    <message>
        <source>没有登记电话</source>
        <translation>No phone number on file</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>DepartmentTask</name>
    <message>
        <source>说不清，或和科室无关</source>
        <translation>Not sure, or no department</translation>
    </message>
</context>
<context>
    <name>DeskHead</name>
    <message>
        <source>搜评价里的字、科室</source>
        <translation>Search words, departments</translation>
    </message>
    <message>
        <source>搜编号、科室、内容里的字</source>
        <translation>Search number, words, department</translation>
    </message>
    <message>
        <source>先保存或放弃这一页，再搜</source>
        <translation>Save or drop this page, then search</translation>
    </message>
</context>
<context>
    <name>DeskNav</name>
    <message>
        <source>连心</source>
        <translation>Lianxin</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matters</translation>
    </message>
    <message>
        <source>评价</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>同步</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>字号 标准</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>字号 大</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>字号 特大</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>换成%1</source>
        <translation>Change to %1</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>连心 服务办</source>
        <translation>Lianxin service office</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>已保存，已登记</source>
        <translation>Saved and registered</translation>
    </message>
    <message>
        <source>已保存，其余的版本留在办理经过里</source>
        <translation>Saved. The other versions stay in the history</translation>
    </message>
    <message>
        <source>已开成事项</source>
        <translation>Matter opened</translation>
    </message>
</context>
<context>
    <name>DevicesCard</name>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>大厅机器</source>
        <translation>Lobby kiosk</translation>
    </message>
    <message>
        <source>病区平板</source>
        <translation>Ward tablet</translation>
    </message>
    <message>
        <source>服务办</source>
        <translation>Service office</translation>
    </message>
    <message>
        <source>各台机器</source>
        <translation>Every device</translation>
    </message>
    <message>
        <source>服务器从每台机器收到多少条新记录（改动不另计），最近一次联系是什么时候。%1 问到的。</source>
        <translation>How many new records the server received from each device (edits are not counted again), and when it last heard from it. Asked %1.</translation>
    </message>
    <message>
        <source>联网以后，这里列出每台机器，服务器各收到多少条。</source>
        <translation>Once connected, every device is listed here with what the hub received from it.</translation>
    </message>
    <message>
        <source>最近联系 %1</source>
        <translation>Last heard from %1</translation>
    </message>
    <message>
        <source>还没有联系过</source>
        <translation>Not heard from yet</translation>
    </message>
    <message>
        <source>%1（这台）</source>
        <translation>%1 (this one)</translation>
    </message>
    <message>
        <source>它的资料被复制过，请重新登记这台机器</source>
        <translation>Its data was copied. Please enrol this device again.</translation>
    </message>
    <message>
        <source>收到 %1 条</source>
        <translation>%1 received</translation>
    </message>
</context>
<context>
    <name>DraftNote</name>
    <message>
        <source>草稿已存在本机 %1，还没有交</source>
        <translation>Draft kept here %1, not handed in yet</translation>
    </message>
    <message>
        <source>还没有保存</source>
        <translation>Not saved yet</translation>
    </message>
</context>
<context>
    <name>EntryOutcome</name>
    <message>
        <source>和哪个科室有关</source>
        <translation>Which department is it about</translation>
    </message>
    <message>
        <source>选科室，看负责人电话</source>
        <translation>Choose a department to see who to call</translation>
    </message>
    <message>
        <source>%1，换一个科室</source>
        <translation>%1, choose another department</translation>
    </message>
    <message>
        <source>负责人电话 %1</source>
        <translation>Head of department: %1</translation>
    </message>
    <message>
        <source>没有登记负责人的电话，可以请办公室办。</source>
        <translation>No number on file for the head. You can ask the office to handle it.</translation>
    </message>
    <message>
        <source>%1 打过电话了</source>
        <translation>Called at %1</translation>
    </message>
    <message>
        <source>打过电话，点这里记下</source>
        <translation>I called: note it here</translation>
    </message>
    <message>
        <source>怎么处理</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>当场解决了</source>
        <translation>Settled on the spot</translation>
    </message>
    <message>
        <source>请服务办办，已引导过去</source>
        <translation>Passed to the service office</translation>
    </message>
    <message>
        <source>怎么答复的</source>
        <translation>What was the answer</translation>
    </message>
    <message>
        <source>还没有保存</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>当场解决的要写</source>
        <translation>Needed when settled on the spot</translation>
    </message>
    <message>
        <source>为什么要服务办来办</source>
        <translation>Why the service office should handle it</translation>
    </message>
    <message>
        <source>如：要几个科室一起办</source>
        <translation>For example: several departments are needed</translation>
    </message>
</context>
<context>
    <name>EntryStory</name>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>是哪一类</source>
        <translation>What kind of matter</translation>
    </message>
    <message>
        <source>什么事，照原话记</source>
        <translation>What happened, in their own words</translation>
    </message>
    <message>
        <source>还没有保存</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>先听完，再记经过</source>
        <translation>Listen first, then write</translation>
    </message>
    <message>
        <source>什么时候</source>
        <translation>When</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>前天</source>
        <translation>2 days ago</translation>
    </message>
    <message>
        <source>在哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>和谁有关</source>
        <translation>Who is it about</translation>
    </message>
    <message>
        <source>希望怎么办</source>
        <translation>What they would like</translation>
    </message>
    <message>
        <source>谁来说的</source>
        <translation>Who told you</translation>
    </message>
    <message>
        <source>患者</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>家属</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>职工</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>其他人</source>
        <translation>Someone else</translation>
    </message>
    <message>
        <source>怎么称呼，可以不留</source>
        <translation>Name, if they wish</translation>
    </message>
    <message>
        <source>电话，可以不留</source>
        <translation>Phone, if they wish</translation>
    </message>
</context>
<context>
    <name>EraseKey</name>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message>
        <source>证据</source>
        <translation>Evidence</translation>
    </message>
    <message numerus="yes">
        <source>共 %n 份</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
    <message>
        <source>还没有照片、录音或文件。</source>
        <translation>No photo, recording or paper yet.</translation>
    </message>
    <message>
        <source>添加证据</source>
        <translation>Add evidence</translation>
    </message>
</context>
<context>
    <name>EvidenceLayer</name>
    <message>
        <source>存出去的一份不再由连心保管。里面有患者的事，用完请删掉。</source>
        <translation>Lianxin does not look after a copy that is saved outside. It speaks of a patient: please delete it after use.</translation>
    </message>
    <message>
        <source>列出照片（JPG、PNG）、录音（M4A、MP3、WAV）和 PDF，新的在前。</source>
        <translation>Photos (JPG, PNG), recordings (M4A, MP3, WAV) and PDF are listed, the newest first.</translation>
    </message>
</context>
<context>
    <name>EvidenceRow</name>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>EvidenceView</name>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>看整张</source>
        <translation>Whole picture</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>另存一份</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>关上</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>已存一份：%1</source>
        <translation>A copy was saved: %1</translation>
    </message>
    <message>
        <source>没有存出去：这个文件夹写不进去，可能满了，或者U盘拔了。原件还在，换一个地方再存。</source>
        <translation>No copy was saved: this folder takes nothing. It may be full, or the stick pulled out. The evidence is still here; choose another place.</translation>
    </message>
    <message>
        <source>没有存出去：现在读不出原件。请找信息科。</source>
        <translation>No copy was saved: the evidence cannot be read now. Please ask the IT department.</translation>
    </message>
    <message>
        <source>照片：%1</source>
        <translation>Photo: %1</translation>
    </message>
    <message>
        <source>录音在这里放不了</source>
        <translation>A recording cannot be played here</translation>
    </message>
    <message>
        <source>这张照片在这里打不开</source>
        <translation>This photo cannot be shown here</translation>
    </message>
    <message>
        <source>这份文件在这里打不开</source>
        <translation>This paper cannot be shown here</translation>
    </message>
    <message>
        <source>已到 %1，共 %2。到了就会显示。</source>
        <translation>%1 of %2 have come. It is shown as soon as all of it is here.</translation>
    </message>
    <message>
        <source>共 %1。到了就会显示，您可以先做别的。</source>
        <translation>%1 in all. It is shown as soon as it is here; you can go on with other work.</translation>
    </message>
    <message>
        <source>原件照原样存着。可以另存一份，用别的程序打开。</source>
        <translation>It is kept as it came. Save a copy and open that with another program.</translation>
    </message>
</context>
<context>
    <name>FaceRating</name>
    <message>
        <source>评价</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>%1，第 %2 个，共 %3 个</source>
        <translation>%1, %2 of %3</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>FileSheet</name>
    <message>
        <source>存到哪个文件夹</source>
        <translation>In which folder?</translation>
    </message>
    <message>
        <source>选一个文件</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>不选，关上</source>
        <translation>Close without choosing</translation>
    </message>
    <message>
        <source>上一级</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>这个文件夹打不开。U盘可能拔了，换一个地方。</source>
        <translation>This folder cannot be opened. The stick may have been pulled out; try another place.</translation>
    </message>
    <message>
        <source>这里是空的，可以存在这里。</source>
        <translation>There is nothing here. The copy can be saved here.</translation>
    </message>
    <message>
        <source>这里没有能用的文件，换一个地方看看。</source>
        <translation>No such file here; look in another place.</translation>
    </message>
    <message numerus="yes">
        <source>文件太多，只列出最新的 %n 个。</source>
        <translation>
            <numerusform>Too many files: the newest one is listed.</numerusform>
            <numerusform>Too many files: the newest %n are listed.</numerusform>
        </translation>
    </message>
    <message>
        <source>存在这里</source>
        <translation>Save here</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>U盘 %1</source>
        <translation>Stick %1</translation>
    </message>
    <message>
        <source>桌面</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>文档</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>下载</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>我的文件夹</source>
        <translation>My folder</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>科室</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>行距 紧</source>
        <translation>Rows: close</translation>
    </message>
    <message>
        <source>行距 宽</source>
        <translation>Rows: wide</translation>
    </message>
</context>
<context>
    <name>FirstPage</name>
    <message>
        <source>先选谁在用这台平板，再保存。</source>
        <translation>First choose who is using this tablet, then save.</translation>
    </message>
    <message>
        <source>先选是哪一类。</source>
        <translation>First choose what kind of matter it is.</translation>
    </message>
    <message>
        <source>先写几句发生了什么。</source>
        <translation>First write a few words about what happened.</translation>
    </message>
    <message>
        <source>先选怎么处理：当场解决，还是请办公室办。</source>
        <translation>First choose what was done: settled on the spot, or passed to the office.</translation>
    </message>
    <message>
        <source>当场解决的，写下是怎么答复的。</source>
        <translation>Settled on the spot: write down the answer you gave.</translation>
    </message>
    <message>
        <source>请办公室办的，写一句为什么。</source>
        <translation>Passed to the office: write one sentence why.</translation>
    </message>
    <message>
        <source>首接登记</source>
        <translation>First receiver</translation>
    </message>
    <message>
        <source>谁先接到，谁先听完、记下。能当场解决的当场解决。</source>
        <translation>Whoever hears it first listens to the end and writes it down. Settle it on the spot if you can.</translation>
    </message>
    <message>
        <source>清空重写</source>
        <translation>Clear and start again</translation>
    </message>
    <message>
        <source>保存后交给服务办，断网也能存。</source>
        <translation>Goes to the service office once saved. You can save without a connection.</translation>
    </message>
</context>
<context>
    <name>FormBar</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>没有保存：这台机器的硬盘满了</source>
        <translation>Not saved: this machine&apos;s disk is full</translation>
    </message>
    <message>
        <source>没有保存：这台机器的硬盘坏了</source>
        <translation>Not saved: this machine&apos;s disk has failed</translation>
    </message>
    <message>
        <source>没有保存：有的内容机器不认</source>
        <translation>Not saved: the machine cannot take some of the content</translation>
    </message>
    <message>
        <source>写的字还在屏幕上。别关机，请找信息科。</source>
        <translation>What you wrote is still on the screen. Do not switch off; please call IT.</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
</context>
<context>
    <name>FormChoice</name>
    <message>
        <source>其他，我来写</source>
        <translation>Something else, I will write it</translation>
    </message>
</context>
<context>
    <name>FormCopies</name>
    <message>
        <source>再添一份：%1</source>
        <translation>Add another: %1</translation>
    </message>
</context>
<context>
    <name>FormLine</name>
    <message>
        <source>写数字</source>
        <translation>Type a number</translation>
    </message>
    <message>
        <source>写日期</source>
        <translation>Type a date</translation>
    </message>
    <message>
        <source>写在这里</source>
        <translation>Write here</translation>
    </message>
    <message>
        <source>像这样：2026-03-02</source>
        <translation>Like this: 2026-03-02</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>改登记表</source>
        <translation>Edit the register</translation>
    </message>
    <message>
        <source>改动还没有保存。离开这一页，改动就没有了。</source>
        <translation>Your changes are not saved. If you leave this page, they are gone.</translation>
    </message>
    <message>
        <source>接着改</source>
        <translation>Go on editing</translation>
    </message>
    <message>
        <source>放弃改动</source>
        <translation>Drop the changes</translation>
    </message>
    <message>
        <source>您写的字还在这一页上。改好后再保存一次。</source>
        <translation>What you wrote is still on this page. Mend it and save once more.</translation>
    </message>
    <message>
        <source>登记还缺：%1</source>
        <translation>Still needed to register: %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>还没有保存</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>三项都齐了</source>
        <translation>All three parts are there</translation>
    </message>
    <message>
        <source>没有改动</source>
        <translation>No changes</translation>
    </message>
    <message>
        <source>先存着，不登记</source>
        <translation>Save, register later</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>保存并登记</source>
        <translation>Save and register</translation>
    </message>
    <message>
        <source>保存改动</source>
        <translation>Save changes</translation>
    </message>
</context>
<context>
    <name>FormRefused</name>
    <message>
        <source>这一题在这台机器上答不了，可以告诉工作人员。</source>
        <translation>This question cannot be answered on this machine. You can tell a member of staff.</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>这一题要选一个答案</source>
        <translation>Please choose an answer to this question</translation>
    </message>
    <message>
        <source>写法不对，请看提示</source>
        <translation>Please write it as the hint shows</translation>
    </message>
    <message>
        <source>写得太长了</source>
        <translation>This is too long</translation>
    </message>
    <message>
        <source>再写几个字</source>
        <translation>A few more words, please</translation>
    </message>
    <message>
        <source>太小了</source>
        <translation>Too small</translation>
    </message>
    <message>
        <source>太大了</source>
        <translation>Too large</translation>
    </message>
    <message>
        <source>再选几个</source>
        <translation>Choose a few more</translation>
    </message>
    <message>
        <source>选得太多了</source>
        <translation>Too many are chosen</translation>
    </message>
    <message>
        <source>这一题的答案不合适</source>
        <translation>This answer does not fit the question</translation>
    </message>
    <message>
        <source>可以选几个，也可以不选</source>
        <translation>Choose any, or none</translation>
    </message>
</context>
<context>
    <name>FormSearch</name>
    <message>
        <source>写几个字来找</source>
        <translation>Type a few letters to find it</translation>
    </message>
    <message>
        <source>选的是：%1</source>
        <translation>Chosen: %1</translation>
    </message>
</context>
<context>
    <name>FormSlider</name>
    <message>
        <source>少一点</source>
        <translation>A little less</translation>
    </message>
    <message>
        <source>%1 到 %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>多一点</source>
        <translation>A little more</translation>
    </message>
</context>
<context>
    <name>FormYesNo</name>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>HandOverBox</name>
    <message>
        <source>让患者自己填，更真实</source>
        <translation>Best filled in by the patient</translation>
    </message>
    <message>
        <source>交出后只能看到这张表，收回时要输密码。</source>
        <translation>They see this form only; the PIN brings the tablet back.</translation>
    </message>
    <message>
        <source>交给患者</source>
        <translation>To patient</translation>
    </message>
    <message>
        <source>交给家属</source>
        <translation>To family</translation>
    </message>
</context>
<context>
    <name>HandwritingPad</name>
    <message>
        <source>用手指在这里写一个字</source>
        <translation>Write one character here with your finger</translation>
    </message>
    <message>
        <source>手写区</source>
        <translation>Writing area</translation>
    </message>
    <message>
        <source>退一笔</source>
        <translation>Undo stroke</translation>
    </message>
    <message>
        <source>重写</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>拼音键盘</source>
        <translation>Pinyin keyboard</translation>
    </message>
</context>
<context>
    <name>HelpLine</name>
    <message>
        <source>不会用？请叫导诊员</source>
        <translation>Need help? Please ask our staff</translation>
    </message>
    <message>
        <source>不会用？叫导诊员，或拨</source>
        <translation>Need help? Ask staff, or call</translation>
    </message>
    <message>
        <source>不会用？请叫导诊员，或拨打</source>
        <translation>Need help? Ask staff, or call</translation>
    </message>
</context>
<context>
    <name>HomeChoices</name>
    <message numerus="yes">
        <source>%n 个问题，大约 %1</source>
        <translation>
            <numerusform>%n question, %1</numerusform>
            <numerusform>%n questions, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 分钟</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>满意度评价</source>
        <translation>Rate your visit</translation>
    </message>
    <message>
        <source>我要反映</source>
        <translation>Tell us something</translation>
    </message>
    <message>
        <source>投诉、建议、咨询、求助、表扬</source>
        <translation>Complaint, suggestion, enquiry, help, praise</translation>
    </message>
    <message>
        <source>医患连心卡</source>
        <translation>Contact card</translation>
    </message>
    <message>
        <source>各科室电话</source>
        <translation>Phone numbers</translation>
    </message>
    <message>
        <source>查询进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>凭回执码，不用姓名</source>
        <translation>With your code</translation>
    </message>
</context>
<context>
    <name>HomeFoot</name>
    <message>
        <source>已联网</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>暂未联网，照常使用</source>
        <translation>Not connected. You can go on</translation>
    </message>
    <message>
        <source>暂未联网，仍可正常使用，内容先存在本机</source>
        <translation>Not connected. You can go on; what you write is kept here.</translation>
    </message>
    <message>
        <source>这台机器快存满了，请告诉导诊员</source>
        <translation>This machine is nearly full: please tell a member of staff</translation>
    </message>
</context>
<context>
    <name>HomeHead</name>
    <message>
        <source>连心 · 患者意见台</source>
        <translation>Lianxin · Patient feedback</translation>
    </message>
    <message>
        <source>zh_CN</source>
        <translation>en_GB</translation>
    </message>
    <message>
        <source>M月d日 dddd</source>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>您好，
有什么想
告诉我们？</source>
        <translation>Hello.
What would
you like to
tell us?</translation>
    </message>
    <message>
        <source>您好，有什么想告诉我们？</source>
        <translation>Hello. What would you like to tell us?</translation>
    </message>
    <message>
        <source>您好，
有什么想告诉我们？</source>
        <translation>Hello. What would
you like to tell us?</translation>
    </message>
    <message>
        <source>可以不留姓名。每一条都有人看。</source>
        <translation>No name needed. Someone reads every word.</translation>
    </message>
</context>
<context>
    <name>HomeSwitches</name>
    <message>
        <source>字的大小</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>大</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>特大</source>
        <translation>Largest</translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message>
        <source>您还在吗？</source>
        <translation>Are you still there?</translation>
    </message>
    <message>
        <source>时间到了，这一页会清空，
您填的内容不会提交，别人也看不到。</source>
        <translation>When time is up this page is cleared. Nothing is sent, and nobody can see it.</translation>
    </message>
    <message>
        <source>我还在，接着填</source>
        <translation>I&apos;m here, go on</translation>
    </message>
    <message>
        <source>不填了，清空并回到首页</source>
        <translation>Stop, clear it and go to the start</translation>
    </message>
</context>
<context>
    <name>InboxList</name>
    <message>
        <source>没有找到“%1”</source>
        <translation>Nothing found for &quot;%1&quot;</translation>
    </message>
    <message>
        <source>换一个词试试，或清除筛选。</source>
        <translation>Try another word, or clear the filters.</translation>
    </message>
    <message>
        <source>清除筛选，就看到全部。</source>
        <translation>Clear the filters to see everything.</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>点您写的字</source>
        <translation>Tap your character</translation>
    </message>
    <message>
        <source>写好一个字，再点是哪个字</source>
        <translation>Write a character, then touch the right one</translation>
    </message>
    <message>
        <source>英文：字母直接写进去</source>
        <translation>English: letters go straight in</translation>
    </message>
    <message>
        <source>打拼音，再点想要的字</source>
        <translation>Type pinyin, then touch the character</translation>
    </message>
    <message>
        <source>键盘</source>
        <translation>Keyboard</translation>
    </message>
</context>
<context>
    <name>KindTask</name>
    <message>
        <source>投诉：有件事让我不满意</source>
        <translation>Complaint: something went wrong</translation>
    </message>
    <message>
        <source>建议：有个好办法</source>
        <translation>Suggestion: I have an idea</translation>
    </message>
    <message>
        <source>咨询：想问一件事</source>
        <translation>Enquiry: I have a question</translation>
    </message>
    <message>
        <source>求助：需要帮忙</source>
        <translation>Help: I need some help</translation>
    </message>
    <message>
        <source>表扬：想谢谢谁</source>
        <translation>Praise: I want to thank someone</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>连心 患者意见台</source>
        <translation>Lianxin patient feedback</translation>
    </message>
</context>
<context>
    <name>LastRowKeys</name>
    <message>
        <source>逗号</source>
        <translation>Comma</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>句号</source>
        <translation>Full stop</translation>
    </message>
    <message>
        <source>收起键盘</source>
        <translation>Close keyboard</translation>
    </message>
</context>
<context>
    <name>LetterKeys</name>
    <message>
        <source>换行</source>
        <translation>New line</translation>
    </message>
    <message>
        <source>大写</source>
        <translation>Capitals</translation>
    </message>
    <message>
        <source>字母</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>数字和符号</source>
        <translation>Numbers and signs</translation>
    </message>
    <message>
        <source>英/中</source>
        <translation>EN/中</translation>
    </message>
    <message>
        <source>中/英</source>
        <translation>中/EN</translation>
    </message>
    <message>
        <source>英/中 换成拼音</source>
        <translation>EN/中 switch to pinyin</translation>
    </message>
    <message>
        <source>中/英 换成英文</source>
        <translation>中/EN switch to English</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>硬盘满了或坏了，这张单子可能不全</source>
        <translation>The disk is full or has failed; this list may not be complete</translation>
    </message>
    <message>
        <source>正在整理，还有 %1 条</source>
        <translation>Sorting, %1 to go</translation>
    </message>
    <message>
        <source>共 %1 条，新的在前</source>
        <translation>%1 in all, newest first</translation>
    </message>
</context>
<context>
    <name>LockedPage</name>
    <message>
        <source>已保存，谢谢您</source>
        <translation>Saved, thank you</translation>
    </message>
    <message>
        <source>两分钟没人动，已经锁上</source>
        <translation>Locked after two quiet minutes</translation>
    </message>
    <message>
        <source>存在这台机器里，断电也不会丢。
请把平板还给护士。</source>
        <translation>Saved on this tablet. A power cut will not lose it.
Please give it back to the nurse.</translation>
    </message>
    <message>
        <source>写的字还在，别人看不到。
请叫护士来打开。</source>
        <translation>Your words are still here, and nobody can see them.
Please ask a nurse to unlock it.</translation>
    </message>
    <message>
        <source>还给护士</source>
        <translation>Back to the nurse</translation>
    </message>
</context>
<context>
    <name>LookupPage</name>
    <message>
        <source>正在查</source>
        <translation>Looking</translation>
    </message>
    <message>
        <source>没找到这个码</source>
        <translation>No such code yet</translation>
    </message>
    <message>
        <source>这个码抄错了</source>
        <translation>This code has a mistake</translation>
    </message>
    <message>
        <source>现在没有联网，查不了</source>
        <translation>Not connected, so we cannot look now</translation>
    </message>
    <message>
        <source>现在查的人多，请等一分钟</source>
        <translation>Many people are looking; please wait a minute</translation>
    </message>
    <message>
        <source>可能还没送到，也可能抄错一个字。换个时间再查，或问服务办 %1。</source>
        <translation>It may not have arrived, or one letter is different. Try later, or ask the service office, %1.</translation>
    </message>
    <message>
        <source>请对着回执再看一遍：一共 8 个字，没有字母 I、L、O、U。</source>
        <translation>Please compare it with your receipt: 8 characters, never the letters I, L, O or U.</translation>
    </message>
    <message>
        <source>您反映的事不受影响。换个时间再来，或打服务办 %1。</source>
        <translation>What you told us is not affected. Come back later, or call the service office, %1.</translation>
    </message>
    <message>
        <source>您的码没有问题。</source>
        <translation>Nothing is wrong with your code.</translation>
    </message>
    <message>
        <source>查询进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>看好了，回首页</source>
        <translation>Back to start</translation>
    </message>
    <message>
        <source>查一查</source>
        <translation>Look it up</translation>
    </message>
    <message>
        <source>请输入回执码</source>
        <translation>Enter your code</translation>
    </message>
    <message>
        <source>回执上的 8 个字，大写小写都行。</source>
        <translation>The 8 characters on your receipt, in capitals or not.</translation>
    </message>
    <message>
        <source>回执码</source>
        <translation>Lookup code</translation>
    </message>
</context>
<context>
    <name>LookupResult</name>
    <message>
        <source>已经收到</source>
        <translation>We have it</translation>
    </message>
    <message>
        <source>已经登记</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>当场已经答复</source>
        <translation>Answered on the spot</translation>
    </message>
    <message>
        <source>已经告诉您找谁</source>
        <translation>We told you who can help</translation>
    </message>
    <message>
        <source>已经分好类，就要转给科室</source>
        <translation>Sorted; it goes to a department next</translation>
    </message>
    <message>
        <source>正在等领导批</source>
        <translation>Waiting for approval</translation>
    </message>
    <message>
        <source>正在等院长决定</source>
        <translation>Waiting for the president&apos;s decision</translation>
    </message>
    <message>
        <source>已经转给科室</source>
        <translation>Passed to the department</translation>
    </message>
    <message>
        <source>科室正在办理</source>
        <translation>The department is working on it</translation>
    </message>
    <message>
        <source>正在商量办法</source>
        <translation>Working out what to do</translation>
    </message>
    <message>
        <source>正在准备答复</source>
        <translation>Preparing the answer</translation>
    </message>
    <message>
        <source>已经答复</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>正在征求您的意见</source>
        <translation>Asking for your opinion</translation>
    </message>
    <message>
        <source>正在重新办理</source>
        <translation>Being handled again</translation>
    </message>
    <message>
        <source>条件所限，已经说明</source>
        <translation>Not possible for now; we explained why</translation>
    </message>
    <message>
        <source>正在跟踪处理</source>
        <translation>Being followed up</translation>
    </message>
    <message>
        <source>正在整改</source>
        <translation>Being put right</translation>
    </message>
    <message>
        <source>已经办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已经转到专门的部门办理</source>
        <translation>Passed to the office that deals with such matters</translation>
    </message>
    <message>
        <source>已经看过，没有进入办理</source>
        <translation>Read; not taken further</translation>
    </message>
    <message>
        <source>您交给了我们</source>
        <translation>You told us</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>分类</source>
        <translation>Classified</translation>
    </message>
    <message>
        <source>转给科室</source>
        <translation>Passed to the department</translation>
    </message>
    <message>
        <source>科室签收</source>
        <translation>Received by the department</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>当场答复</source>
        <translation>Answered on the spot</translation>
    </message>
    <message>
        <source>转到服务办</source>
        <translation>Passed to the service office</translation>
    </message>
    <message>
        <source>征求您的意见</source>
        <translation>Your opinion was asked</translation>
    </message>
    <message>
        <source>重新办理</source>
        <translation>Handled again</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Urged</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>现在到了</source>
        <translation>Where it is now</translation>
    </message>
    <message>
        <source>答复：%1</source>
        <translation>Answer: %1</translation>
    </message>
    <message>
        <source>zh_CN</source>
        <translation>en_GB</translation>
    </message>
    <message>
        <source>M月d日</source>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>In progress</translation>
    </message>
</context>
<context>
    <name>MatterChips</name>
    <message>
        <source>暂定，等服务器确认</source>
        <translation>Provisional until the server confirms</translation>
    </message>
    <message>
        <source>匿名</source>
        <translation>Anonymous</translation>
    </message>
    <message>
        <source>有两个版本待定</source>
        <translation>Two versions to decide</translation>
    </message>
</context>
<context>
    <name>MatterPage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>这件事现在看不到</source>
        <translation>This matter cannot be seen now</translation>
    </message>
    <message>
        <source>它可能已经归别的机器管，或依法清除了。按 Esc 返回。</source>
        <translation>It may belong to another machine now, or was erased by law. Press Esc to go back.</translation>
    </message>
    <message>
        <source>您想说的是哪一类？</source>
        <translation>What is it about?</translation>
    </message>
    <message>
        <source>和哪个科室有关？</source>
        <translation>Which department is it about?</translation>
    </message>
    <message>
        <source>发生了什么事？</source>
        <translation>What happened?</translation>
    </message>
    <message>
        <source>什么时候的事？</source>
        <translation>When did it happen?</translation>
    </message>
    <message>
        <source>您希望我们怎么做？</source>
        <translation>What would you like us to do?</translation>
    </message>
    <message>
        <source>要留联系方式吗？</source>
        <translation>May we contact you?</translation>
    </message>
    <message>
        <source>请看一遍，没问题就交给我们</source>
        <translation>Please check it before you hand it in</translation>
    </message>
    <message>
        <source>不知道就选“说不清”。</source>
        <translation>If you do not know, choose &quot;Not sure&quot;.</translation>
    </message>
    <message>
        <source>什么时候、在哪里、和谁有关。想到什么写什么。</source>
        <translation>When, where, who. Write it as it comes to mind.</translation>
    </message>
    <message>
        <source>记个大概就行，也可以跳过。</source>
        <translation>Roughly is fine, or skip this.</translation>
    </message>
    <message>
        <source>可以不写。</source>
        <translation>You may leave this empty.</translation>
    </message>
    <message>
        <source>不留也一样办理，凭回执码查结果。</source>
        <translation>We handle it either way. Your code shows the result.</translation>
    </message>
    <message>
        <source>我要反映</source>
        <translation>Tell us something</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>交给我们</source>
        <translation>Hand it in</translation>
    </message>
    <message>
        <source>先选一类</source>
        <translation>First choose one</translation>
    </message>
    <message>
        <source>先选一个科室，不知道就选“说不清”</source>
        <translation>First choose a department, or &quot;Not sure&quot;</translation>
    </message>
    <message>
        <source>先写几句发生了什么</source>
        <translation>First write a few words about what happened</translation>
    </message>
    <message numerus="yes">
        <source>还差 %n 位。已写的号码还在，补上就行。</source>
        <translation>
            <numerusform>One digit is missing. What you typed is still here; just add it.</numerusform>
            <numerusform>%n digits are missing. What you typed is still here; just add them.</numerusform>
        </translation>
    </message>
    <message>
        <source>先选留还是不留</source>
        <translation>First choose one of the two</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>Story</translation>
    </message>
    <message>
        <source>联系</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>没有保存：这台机器的硬盘满了</source>
        <translation>Not saved: this machine&apos;s disk is full</translation>
    </message>
    <message>
        <source>没有保存：这台机器的硬盘坏了</source>
        <translation>Not saved: this machine&apos;s disk has failed</translation>
    </message>
    <message>
        <source>没有保存：有的内容机器不认</source>
        <translation>Not saved: the machine cannot take some of the content</translation>
    </message>
    <message>
        <source>您写的字还在屏幕上。请叫工作人员，别关机。</source>
        <translation>Your words are still on the screen. Please call staff; do not switch off.</translation>
    </message>
    <message>
        <source>请叫一位工作人员过来。您说，由工作人员写，写完您看一遍再交。</source>
        <translation>Call a member of staff. You talk, they write, you read it.</translation>
    </message>
    <message>
        <source>换人代写</source>
        <translation>Someone else writes</translation>
    </message>
    <message>
        <source>请工作人员代写</source>
        <translation>Ask staff to write</translation>
    </message>
</context>
<context>
    <name>MatterPreview</name>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>患者原话</source>
        <translation>In the patient&apos;s words</translation>
    </message>
    <message>
        <source>希望</source>
        <translation>Wish</translation>
    </message>
    <message>
        <source>登记的问题</source>
        <translation>Problem as registered</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>打开，决定用哪个版本</source>
        <translation>Open and decide between the versions</translation>
    </message>
    <message>
        <source>打开全部</source>
        <translation>Open in full</translation>
    </message>
    <message>
        <source>选一件，在这里看</source>
        <translation>Choose a matter to see it here</translation>
    </message>
    <message>
        <source>上下键移动，回车打开。</source>
        <translation>Arrow keys move, Enter opens.</translation>
    </message>
</context>
<context>
    <name>MatterRow</name>
    <message>
        <source>匿名</source>
        <translation>Anonymous</translation>
    </message>
    <message>
        <source>有两个版本待定</source>
        <translation>Two versions to decide</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>正在读取</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>%1 · 暂定</source>
        <translation>%1 · provisional</translation>
    </message>
</context>
<context>
    <name>MattersPage</name>
    <message>
        <source>事项</source>
        <translation>Matters</translation>
    </message>
    <message>
        <source>待登记 %1</source>
        <translation>To register: %1</translation>
    </message>
    <message>
        <source>有两个版本待定 %1</source>
        <translation>Two versions to decide: %1</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>未办结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>待登记</source>
        <translation>To register</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>两个版本</source>
        <translation>Two versions</translation>
    </message>
    <message>
        <source>现在没有事项</source>
        <translation>No matters now</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>有关科室</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
</context>
<context>
    <name>NextStepCard</name>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>“%1”有两个版本</source>
        <translation>Two versions of &quot;%1&quot;</translation>
    </message>
    <message>
        <source>都还在，等您决定用哪份</source>
        <translation>Both are kept until you decide</translation>
    </message>
    <message>
        <source>去决定</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>登记这件事</source>
        <translation>Register this matter</translation>
    </message>
    <message>
        <source>还要填：%1</source>
        <translation>Still needed: %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>三项都齐了，可以登记</source>
        <translation>All three parts are there; it can be registered</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>已登记，等服务器确认</source>
        <translation>Registered, until the server confirms</translation>
    </message>
    <message>
        <source>这件事已经登记</source>
        <translation>This matter is registered</translation>
    </message>
    <message>
        <source>联网后自动送出，您不用等</source>
        <translation>It goes out by itself once connected; no need to wait</translation>
    </message>
    <message>
        <source>登记表的文字还可以补充、改正</source>
        <translation>The words of the register can still be added to or put right</translation>
    </message>
    <message>
        <source>改登记表</source>
        <translation>Edit the register</translation>
    </message>
    <message>
        <source>看它来自哪份评价</source>
        <translation>See the feedback it came from</translation>
    </message>
</context>
<context>
    <name>NumberKeys</name>
    <message>
        <source>收起键盘</source>
        <translation>Close keyboard</translation>
    </message>
</context>
<context>
    <name>OpinionForm</name>
    <message>
        <source>征求意见建议表</source>
        <translation>Opinion form</translation>
    </message>
    <message>
        <source>清空重写</source>
        <translation>Clear and start again</translation>
    </message>
    <message>
        <source>照患者原话记。没问到的可以空着。</source>
        <translation>In the patient&apos;s words. Leave empty what was not asked.</translation>
    </message>
    <message>
        <source>这台机器上还没有这张表</source>
        <translation>This form is not on this machine yet</translation>
    </message>
    <message>
        <source>服务办发布、机器联网以后，表会出现在这里。见没见到、发没发卡，现在就可以记；患者有话说，记在“首接”。</source>
        <translation>It appears here once the service office has published it and this machine is connected. You can already note who was seen and which cards were given; what a patient says goes to &quot;First receiver&quot;.</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>字号 标准</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>字号 大</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>字号 特大</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Leave</translation>
    </message>
</context>
<context>
    <name>ParkedRow</name>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>试过 %1 次，%2 再试</source>
        <translation>Attempts so far: %1. Next: %2</translation>
    </message>
</context>
<context>
    <name>PatientBar</name>
    <message>
        <source>字号 标准</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>字号 大</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>字号 特大</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>请您来填</source>
        <translation>Your turn</translation>
    </message>
    <message>
        <source>护士的页面已经锁上，请放心填</source>
        <translation>The nurse&apos;s pages are locked. Take your time.</translation>
    </message>
    <message>
        <source>还给护士</source>
        <translation>Back to the nurse</translation>
    </message>
    <message>
        <source>换成%1</source>
        <translation>Change to %1</translation>
    </message>
</context>
<context>
    <name>PatientFoot</name>
    <message>
        <source>上一题</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>下一题</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>交给医院</source>
        <translation>Hand it in</translation>
    </message>
</context>
<context>
    <name>PatientQuestions</name>
    <message>
        <source>第 %1 题</source>
        <translation>Question %1</translation>
    </message>
    <message>
        <source>共 %1 题</source>
        <translation>of %1</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>没有保存：这台机器的硬盘满了</source>
        <translation>Not saved: this machine&apos;s disk is full</translation>
    </message>
    <message>
        <source>没有保存：这台机器的硬盘坏了</source>
        <translation>Not saved: this machine&apos;s disk has failed</translation>
    </message>
    <message>
        <source>没有保存：有的内容机器不认</source>
        <translation>Not saved: the machine cannot take some of the content</translation>
    </message>
    <message>
        <source>您写的字还在屏幕上。请叫护士，别关机。</source>
        <translation>Your words are still on the screen. Please call a nurse; do not switch off.</translation>
    </message>
    <message>
        <source>现在没有要填的问卷</source>
        <translation>There is no survey to fill in now</translation>
    </message>
    <message>
        <source>有话想说，可以告诉护士。</source>
        <translation>To tell us something, please speak to the nurse.</translation>
    </message>
</context>
<context>
    <name>PatientView</name>
    <message>
        <source>请您来填</source>
        <translation>Your turn</translation>
    </message>
</context>
<context>
    <name>PhraseTiles</name>
    <message>
        <source>回到键盘</source>
        <translation>Back to keyboard</translation>
    </message>
    <message>
        <source>收起键盘</source>
        <translation>Close keyboard</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>态度</source>
        <translation>Manner</translation>
    </message>
    <message>
        <source>费用</source>
        <translation>Costs</translation>
    </message>
    <message>
        <source>讲解</source>
        <translation>Explaining</translation>
    </message>
    <message>
        <source>环境</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>饭菜</source>
        <translation>Food</translation>
    </message>
    <message>
        <source>感谢</source>
        <translation>Thanks</translation>
    </message>
    <message>
        <source>今天上午，</source>
        <translation>This morning, </translation>
    </message>
    <message>
        <source>今天下午，</source>
        <translation>This afternoon, </translation>
    </message>
    <message>
        <source>昨天，</source>
        <translation>Yesterday, </translation>
    </message>
    <message>
        <source>昨天夜里，</source>
        <translation>Last night, </translation>
    </message>
    <message>
        <source>上个星期，</source>
        <translation>Last week, </translation>
    </message>
    <message>
        <source>住院的时候，</source>
        <translation>During my stay, </translation>
    </message>
    <message>
        <source>等了很久。</source>
        <translation>I waited a long time. </translation>
    </message>
    <message>
        <source>过了预约时间还没叫我。</source>
        <translation>I was not called at my appointment time. </translation>
    </message>
    <message>
        <source>不知道还要等多久。</source>
        <translation>Nobody told me how long the wait would be. </translation>
    </message>
    <message>
        <source>没看到叫号，也没听到。</source>
        <translation>I neither saw nor heard my number. </translation>
    </message>
    <message>
        <source>等候的地方没有座位。</source>
        <translation>There were no seats in the waiting area. </translation>
    </message>
    <message>
        <source>没等多久就看上了。</source>
        <translation>I did not have to wait long. </translation>
    </message>
    <message>
        <source>我问的事没有得到回答。</source>
        <translation>My question was not answered. </translation>
    </message>
    <message>
        <source>我的话没有说完。</source>
        <translation>I could not finish what I was saying. </translation>
    </message>
    <message>
        <source>说话的语气让我难受。</source>
        <translation>The tone of voice upset me. </translation>
    </message>
    <message>
        <source>希望说话慢一点。</source>
        <translation>Please speak a little more slowly. </translation>
    </message>
    <message>
        <source>问什么都耐心回答。</source>
        <translation>All my questions were answered patiently. </translation>
    </message>
    <message>
        <source>说话和气。</source>
        <translation>They spoke kindly. </translation>
    </message>
    <message>
        <source>费用清单我看不懂。</source>
        <translation>I do not understand the bill. </translation>
    </message>
    <message>
        <source>想知道这一项收的是什么。</source>
        <translation>I would like to know what this item is for. </translation>
    </message>
    <message>
        <source>收的钱和先前说的不一样。</source>
        <translation>The price was not what I had been told. </translation>
    </message>
    <message>
        <source>想先知道大约要花多少钱。</source>
        <translation>I would like to know the likely cost first. </translation>
    </message>
    <message>
        <source>想问医保能报多少。</source>
        <translation>How much does my insurance pay? </translation>
    </message>
    <message>
        <source>费用讲得很清楚。</source>
        <translation>The costs were explained clearly. </translation>
    </message>
    <message>
        <source>我没有听懂病情。</source>
        <translation>I did not understand what illness I have. </translation>
    </message>
    <message>
        <source>想知道为什么做这项检查。</source>
        <translation>I would like to know why I need this test. </translation>
    </message>
    <message>
        <source>不清楚药怎么吃。</source>
        <translation>I am not sure how to take my medicine. </translation>
    </message>
    <message>
        <source>想知道接下来怎么治。</source>
        <translation>I would like to know what treatment comes next. </translation>
    </message>
    <message>
        <source>想请医生再讲一遍。</source>
        <translation>Please could the doctor explain it again? </translation>
    </message>
    <message>
        <source>医生讲得很清楚。</source>
        <translation>The doctor explained it clearly. </translation>
    </message>
    <message>
        <source>厕所不干净。</source>
        <translation>The toilet was not clean. </translation>
    </message>
    <message>
        <source>晚上太吵，睡不好。</source>
        <translation>It was too noisy at night to sleep. </translation>
    </message>
    <message>
        <source>屋里太冷。</source>
        <translation>The room is too cold. </translation>
    </message>
    <message>
        <source>屋里太热。</source>
        <translation>The room is too hot. </translation>
    </message>
    <message>
        <source>找不到要去的地方。</source>
        <translation>I could not find the place I needed. </translation>
    </message>
    <message>
        <source>到处都很干净。</source>
        <translation>Everything was clean. </translation>
    </message>
    <message>
        <source>饭菜送到时是凉的。</source>
        <translation>The food was cold when it came. </translation>
    </message>
    <message>
        <source>饭菜太咸。</source>
        <translation>The food is too salty. </translation>
    </message>
    <message>
        <source>饭菜太硬，咬不动。</source>
        <translation>The food is too hard to chew. </translation>
    </message>
    <message>
        <source>送饭的时间太晚。</source>
        <translation>Meals come too late. </translation>
    </message>
    <message>
        <source>我有忌口，想换一种。</source>
        <translation>I cannot eat this; may I have something else? </translation>
    </message>
    <message>
        <source>饭菜合口味。</source>
        <translation>I like the food. </translation>
    </message>
    <message>
        <source>谢谢给我看病的医生。</source>
        <translation>Thank you to the doctor who treated me. </translation>
    </message>
    <message>
        <source>谢谢照顾我的护士。</source>
        <translation>Thank you to the nurses who cared for me. </translation>
    </message>
    <message>
        <source>谢谢给我带路的人。</source>
        <translation>Thank you to the person who showed me the way. </translation>
    </message>
    <message>
        <source>谢谢打扫卫生的人。</source>
        <translation>Thank you to the people who clean here. </translation>
    </message>
    <message>
        <source>想知道名字，当面道谢。</source>
        <translation>I would like to know the name, to say thank you. </translation>
    </message>
    <message>
        <source>在这里我很安心。</source>
        <translation>I feel safe here. </translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message numerus="yes">
        <source>错了几次，%n 秒后再输。</source>
        <translation>
            <numerusform>Wrong a few times. Try again in %n second.</numerusform>
            <numerusform>Wrong a few times. Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>密码不对，再输一次。</source>
        <translation>Wrong PIN. Enter it again.</translation>
    </message>
    <message>
        <source>收回平板时要输。记住它；机器重新打开后要重定。</source>
        <translation>You need it to take the tablet back. Remember it; after a restart a new one is chosen.</translation>
    </message>
    <message>
        <source>请护士输入 4 位密码。</source>
        <translation>Nurse: please enter the 4-digit PIN.</translation>
    </message>
    <message>
        <source>定一个 4 位密码</source>
        <translation>Choose a 4-digit PIN</translation>
    </message>
    <message>
        <source>还给护士</source>
        <translation>Back to the nurse</translation>
    </message>
    <message>
        <source>已输 %1 位，共 4 位</source>
        <translation>%1 of 4 digits entered</translation>
    </message>
    <message>
        <source>退一格</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>先不交</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>定好，交出去</source>
        <translation>Set it and hand over</translation>
    </message>
    <message>
        <source>先输 4 位</source>
        <translation>Enter 4 digits</translation>
    </message>
</context>
<context>
    <name>PrintSheet</name>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>关上</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>病人投诉处理登记本</source>
        <translation>Register of patient complaints</translation>
    </message>
    <message numerus="yes">
        <source>%n 件，打印于 %1</source>
        <translation>
            <numerusform>%n matter, printed %1</numerusform>
            <numerusform>%n matters, printed %1</numerusform>
        </translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>有关科室</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>投诉对象</source>
        <translation>About</translation>
    </message>
    <message>
        <source>反映问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>Wish</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>内含个人信息，用后归档，不外传</source>
        <translation>Holds personal data: file it after use, do not pass it on</translation>
    </message>
    <message>
        <source>匿名</source>
        <translation>Anonymous</translation>
    </message>
    <message>
        <source>姓名保密</source>
        <translation>Name withheld</translation>
    </message>
    <message>
        <source>登记本 %1</source>
        <translation>Register %1</translation>
    </message>
    <message numerus="yes">
        <source>登记本，这张单子的 %n 件</source>
        <translation>
            <numerusform>The register: %n matter of this list</numerusform>
            <numerusform>The register: %n matters of this list</numerusform>
        </translation>
    </message>
    <message>
        <source>一次最多印 %1 件。请先关上，用状态、类别、科室或搜索缩小单子。</source>
        <translation>At most %1 matters are printed at once. Close this and narrow the list by state, kind, department or search.</translation>
    </message>
    <message>
        <source>医患连心卡，%1 的号码</source>
        <translation>The contact card, numbers of %1</translation>
    </message>
    <message>
        <source>已交给打印机。也存了一份：%1</source>
        <translation>Given to the printer. A copy is here: %1</translation>
    </message>
    <message>
        <source>没有打印机接收。已存为文件，可以拷走去打印：%1</source>
        <translation>No printer took it. It was saved as a file to be printed elsewhere: %1</translation>
    </message>
    <message>
        <source>没有打印，也没有存成文件：这台机器的“文档”文件夹写不进去。请找信息科。</source>
        <translation>Neither printed nor saved: the Documents folder of this machine cannot be written. Please tell the IT department.</translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message>
        <source>您的回执码</source>
        <translation>Your code</translation>
    </message>
    <message>
        <source>凭这个码查询进度，
不用报姓名。</source>
        <translation>Use this code to follow it. No name needed.</translation>
    </message>
    <message>
        <source>请拍照或抄下带走。</source>
        <translation>Please take a photo, or write it down.</translation>
    </message>
    <message>
        <source>回执码</source>
        <translation>Lookup code</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>回执码的二维码</source>
        <translation>QR code of your code</translation>
    </message>
    <message>
        <source>手机扫码保存</source>
        <translation>Scan to keep it</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>我要反映</source>
        <translation>Tell us something</translation>
    </message>
    <message>
        <source>满意度评价</source>
        <translation>Rate your visit</translation>
    </message>
    <message numerus="yes">
        <source>%n 秒后自动清除本页</source>
        <translation>
            <numerusform>Clears in %n second</numerusform>
            <numerusform>Clears in %n seconds</numerusform>
        </translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>已保存，谢谢您</source>
        <translation>Saved, thank you</translation>
    </message>
    <message>
        <source>记好了，完成</source>
        <translation>I have it, done</translation>
    </message>
    <message>
        <source>好了，回首页</source>
        <translation>Back to start</translation>
    </message>
</context>
<context>
    <name>ReceiptSteps</name>
    <message>
        <source>接下来</source>
        <translation>What happens next</translation>
    </message>
    <message>
        <source>已保存在本机</source>
        <translation>Saved on this machine</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>送到服务办</source>
        <translation>To the service office</translation>
    </message>
    <message>
        <source>已送到</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>正在送出，您不用等</source>
        <translation>Going out now; no need to wait</translation>
    </message>
    <message>
        <source>现在没有联网，联网后自动送出，您不用等</source>
        <translation>Not connected now. It goes out by itself; no need to wait.</translation>
    </message>
    <message>
        <source>正在送出</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>等待联网</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>登记、转给科室、答复您</source>
        <translation>Register it, pass it on, answer you</translation>
    </message>
    <message>
        <source>和大家的意见一起看，用来改进服务</source>
        <translation>Read with everyone&apos;s answers, to improve our care</translation>
    </message>
    <message>
        <source>送到后 10 个工作日内答复</source>
        <translation>Answer within 10 working days of arrival</translation>
    </message>
    <message>
        <source>不记姓名</source>
        <translation>No name is recorded</translation>
    </message>
    <message>
        <source>着急的事，请直接打服务办</source>
        <translation>If it is urgent, call the service office</translation>
    </message>
</context>
<context>
    <name>RegisterCard</name>
    <message>
        <source>登记表</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>本人没有指明</source>
        <translation>They named nobody</translation>
    </message>
</context>
<context>
    <name>RegisterFields</name>
    <message>
        <source>年-月-日 时:分，钟点可以不写</source>
        <translation>Year-month-day hour:minute; the hour may be left out</translation>
    </message>
    <message>
        <source>看不懂这个时间，例如 2026-11-24 09:30</source>
        <translation>This time cannot be read. Write it like 2026-11-24 09:30</translation>
    </message>
    <message>
        <source>登记要有时间</source>
        <translation>A time is needed to register</translation>
    </message>
    <message>
        <source>没有指定</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>写清楚是什么事</source>
        <translation>Say clearly what it is about</translation>
    </message>
    <message>
        <source>如实写，写清楚是什么事</source>
        <translation>Keep to the facts and say clearly what it is about</translation>
    </message>
    <message>
        <source>登记要写明反映的问题</source>
        <translation>The problem is needed to register</translation>
    </message>
    <message>
        <source>照抄患者原话</source>
        <translation>Copy the patient&apos;s words</translation>
    </message>
    <message>
        <source>本人没有指明</source>
        <translation>They named nobody</translation>
    </message>
    <message>
        <source>人、岗位或科室</source>
        <translation>A person, a post or a department</translation>
    </message>
    <message>
        <source>写上对象，或勾“没有指明”</source>
        <translation>Write who it is about, or tick &quot;They named nobody&quot;</translation>
    </message>
    <message>
        <source>本人没有指明对象</source>
        <translation>They named nobody</translation>
    </message>
    <message>
        <source>可以不写</source>
        <translation>May be left empty</translation>
    </message>
</context>
<context>
    <name>RegisterLine</name>
    <message>
        <source>还没有填</source>
        <translation>Not filled in yet</translation>
    </message>
</context>
<context>
    <name>ResponsePage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>里面有话要看</source>
        <translation>There are words to read</translation>
    </message>
    <message>
        <source>开成一件事项，不带姓名，和这份评价连着</source>
        <translation>Opens a matter without a name, linked to this feedback</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>开成事项</source>
        <translation>Open a matter</translation>
    </message>
    <message>
        <source>已开成事项</source>
        <translation>Matter opened</translation>
    </message>
    <message>
        <source>同一份评价只开一件</source>
        <translation>One matter for each piece of feedback</translation>
    </message>
    <message>
        <source>打开这件事项</source>
        <translation>Open this matter</translation>
    </message>
    <message>
        <source>这份评价没有留言，不用开事项。</source>
        <translation>Nothing was written here, so no matter is needed.</translation>
    </message>
    <message>
        <source>这份评价没有变。处理后再按一次。</source>
        <translation>This feedback is unchanged. Put it right, then press once more.</translation>
    </message>
    <message>
        <source>这份评价现在看不到</source>
        <translation>This feedback cannot be seen now</translation>
    </message>
    <message>
        <source>按 Esc 返回。</source>
        <translation>Press Esc to go back.</translation>
    </message>
</context>
<context>
    <name>ResponseRow</name>
    <message>
        <source>已开成事项</source>
        <translation>Matter opened</translation>
    </message>
    <message>
        <source>有话要看</source>
        <translation>Words to read</translation>
    </message>
    <message>
        <source>没有留言</source>
        <translation>Nothing written</translation>
    </message>
    <message>
        <source>平均 %1 分</source>
        <translation>Average %1</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>正在读取</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>没有写字，只选了答案</source>
        <translation>Nothing written, only answers chosen</translation>
    </message>
</context>
<context>
    <name>ResponsesPage</name>
    <message>
        <source>评价</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>有话还没开成事项 %1</source>
        <translation>Words without a matter: %1</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>有话还没开成事项</source>
        <translation>Words without a matter</translation>
    </message>
    <message>
        <source>问卷</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>还没有收到评价</source>
        <translation>No feedback yet</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>写了什么</source>
        <translation>What was written</translation>
    </message>
    <message>
        <source>有关科室</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>ReviewTask</name>
    <message>
        <source>投诉</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>咨询</source>
        <translation>Enquiry</translation>
    </message>
    <message>
        <source>求助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>表扬</source>
        <translation>Praise</translation>
    </message>
    <message>
        <source>上午</source>
        <translation>Morning</translation>
    </message>
    <message>
        <source>下午</source>
        <translation>Afternoon</translation>
    </message>
    <message>
        <source>晚上</source>
        <translation>Evening</translation>
    </message>
    <message>
        <source>没有说</source>
        <translation>Not said</translation>
    </message>
    <message>
        <source>zh_CN</source>
        <translation>en_GB</translation>
    </message>
    <message>
        <source>M月d日 dddd</source>
        <translation>ddd d MMMM</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>科室</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>希望</source>
        <translation>Wish</translation>
    </message>
    <message>
        <source>联系</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>没有写</source>
        <translation>Nothing written</translation>
    </message>
    <message>
        <source>不留姓名</source>
        <translation>Without my name</translation>
    </message>
    <message>
        <source>保密</source>
        <translation>Kept private</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>工作单位</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>代写</source>
        <translation>Written by</translation>
    </message>
    <message>
        <source>工作人员 %1</source>
        <translation>Staff %1</translation>
    </message>
</context>
<context>
    <name>RoundHead</name>
    <message>
        <source>全部 %1</source>
        <translation>All %1</translation>
    </message>
    <message>
        <source>未访 %1</source>
        <translation>To see %1</translation>
    </message>
    <message>
        <source>已访 %1</source>
        <translation>Seen %1</translation>
    </message>
    <message>
        <source>拒绝 %1</source>
        <translation>Refused %1</translation>
    </message>
    <message>
        <source>外出 %1</source>
        <translation>Away %1</translation>
    </message>
    <message>
        <source>今日查房</source>
        <translation>Today&apos;s round</translation>
    </message>
    <message>
        <source>在院 %1，已访 %2，未访 %3</source>
        <translation>%1 in hospital, %2 seen, %3 to see</translation>
    </message>
    <message>
        <source>床位 %1，已访 %2，未访 %3</source>
        <translation>%1 beds, %2 seen, %3 to see</translation>
    </message>
    <message>
        <source>今日查房，%1 床做完了 %2 床</source>
        <translation>Today&apos;s round, %2 of %1 beds done</translation>
    </message>
    <message>
        <source>往上看</source>
        <translation>Look up the list</translation>
    </message>
    <message>
        <source>往下看</source>
        <translation>Look down the list</translation>
    </message>
    <message>
        <source>只看没发连心卡的（%1）</source>
        <translation>Without a card (%1)</translation>
    </message>
</context>
<context>
    <name>SaidCard</name>
    <message>
        <source>患者说了什么</source>
        <translation>What the patient said</translation>
    </message>
    <message>
        <source>希望</source>
        <translation>Wish</translation>
    </message>
    <message>
        <source>姓名、电话已封存</source>
        <translation>Name and phone are sealed</translation>
    </message>
    <message>
        <source>没有留姓名、电话</source>
        <translation>No name or phone was left</translation>
    </message>
    <message>
        <source>本人凭回执码查结果</source>
        <translation>They follow it with their code</translation>
    </message>
    <message>
        <source>本人要求：姓名对被反映的科室保密</source>
        <translation>They asked to keep their name from the department</translation>
    </message>
    <message>
        <source>离开这一页就合上</source>
        <translation>Closes when you leave this page</translation>
    </message>
    <message>
        <source>只在要联系本人时打开</source>
        <translation>Open only to contact them</translation>
    </message>
    <message>
        <source>合上</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>首接人员</source>
        <translation>First receiver</translation>
    </message>
</context>
<context>
    <name>SavedHead</name>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>存在这台机器里，断电也不会丢。</source>
        <translation>On this machine. A power cut will not lose it.</translation>
    </message>
</context>
<context>
    <name>ScrollHint</name>
    <message>
        <source>往上看</source>
        <translation>Look up the list</translation>
    </message>
    <message>
        <source>往下看，还有</source>
        <translation>There is more below</translation>
    </message>
</context>
<context>
    <name>SentPage</name>
    <message>
        <source>记录</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>本机 %1 条，服务器收到 %2 条</source>
        <translation>%1 here, %2 received by the server</translation>
    </message>
    <message>
        <source>%1，联网后自动送出。</source>
        <translation>%1. They go out by themselves once connected.</translation>
    </message>
    <message>
        <source>%1。</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>这台机器还没有记过</source>
        <translation>Nothing recorded here yet</translation>
    </message>
    <message>
        <source>查房和首接保存的，都会列在这里，送到没有一看便知。</source>
        <translation>What you save on the round and as first receiver is listed here, with whether it has arrived.</translation>
    </message>
    <message>
        <source>用U盘带走</source>
        <translation>Carry by stick</translation>
    </message>
</context>
<context>
    <name>SentRow</name>
    <message>
        <source>%1 查房，%2</source>
        <translation>%1, round: %2</translation>
    </message>
    <message>
        <source>医患连心卡</source>
        <translation>Contact card</translation>
    </message>
    <message>
        <source>首接登记，%1</source>
        <translation>First receiver: %1</translation>
    </message>
    <message>
        <source>%1，共 %2 条</source>
        <translation>%1, %2 records</translation>
    </message>
    <message>
        <source>等待送出</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>已送到</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>没被收下</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1。内容还在这台机器里，没有丢。</source>
        <translation>%1. It is still on this machine; nothing is lost.</translation>
    </message>
    <message>
        <source>原因不明</source>
        <translation>The reason is not known</translation>
    </message>
</context>
<context>
    <name>StaffNumber</name>
    <message>
        <source>工作人员的工号</source>
        <translation>Staff number</translation>
    </message>
    <message>
        <source>开始代写</source>
        <translation>Start writing</translation>
    </message>
    <message>
        <source>还是自己写</source>
        <translation>Write it myself</translation>
    </message>
</context>
<context>
    <name>StaffView</name>
    <message>
        <source>已保存，%1</source>
        <translation>Saved, %1</translation>
    </message>
    <message>
        <source>已保存，首接登记</source>
        <translation>Saved: first receiver</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>第 %1 步，共 %2 步：%3</source>
        <translation>Step %1 of %2: %3</translation>
    </message>
</context>
<context>
    <name>StickSheet</name>
    <message>
        <source>从U盘导入</source>
        <translation>Bring in from a stick</translation>
    </message>
    <message>
        <source>用U盘带走</source>
        <translation>Carry by stick</translation>
    </message>
    <message>
        <source>关上</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>没有联网的机器存在U盘上的，从这里送到服务器。</source>
        <translation>What devices without a network saved on a stick goes to the server from here.</translation>
    </message>
    <message>
        <source>没有网络时，把等待送出的存到U盘，拿到服务办的电脑导入。</source>
        <translation>Without a network, save what waits on a stick, and have the service office bring it in.</translation>
    </message>
    <message>
        <source>请插上U盘。</source>
        <translation>Please put a stick in.</translation>
    </message>
    <message numerus="yes">
        <source>U盘上有 %n 台机器的文件。</source>
        <translation>
            <numerusform>The stick holds the file of %n device.</numerusform>
            <numerusform>The stick holds the files of %n devices.</numerusform>
        </translation>
    </message>
    <message>
        <source>U盘上没有可以导入的。</source>
        <translation>The stick holds nothing to bring in.</translation>
    </message>
    <message>
        <source>U盘上有给本机的回执。</source>
        <translation>The stick holds the answer to this device.</translation>
    </message>
    <message>
        <source>U盘插好了。</source>
        <translation>The stick is in.</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Bring in</translation>
    </message>
    <message>
        <source>读回执，再存新的</source>
        <translation>Read the answer, then save what is new</translation>
    </message>
    <message>
        <source>读回执</source>
        <translation>Read the answer</translation>
    </message>
    <message numerus="yes">
        <source>把 %n 条存到U盘</source>
        <translation>
            <numerusform>Save %n record on the stick</numerusform>
            <numerusform>Save %n records on the stick</numerusform>
        </translation>
    </message>
    <message>
        <source>先别拔U盘。</source>
        <translation>Do not pull the stick out yet.</translation>
    </message>
    <message>
        <source>回执已写在U盘上，请带回去。现在可以拔下。</source>
        <translation>The answer is on the stick; please take it back. You may pull it out now.</translation>
    </message>
    <message>
        <source>现在可以拔下U盘。</source>
        <translation>You may pull the stick out now.</translation>
    </message>
</context>
<context>
    <name>StickWords</name>
    <message numerus="yes">
        <source>已存好 %n 条，别人打不开。请把U盘拿到服务办的电脑导入，再带回来读回执。本机的都还在。</source>
        <translation>
            <numerusform>%n record is saved, and nobody else can read it. Take the stick to the service office, and bring the answer back. This device keeps everything.</numerusform>
            <numerusform>%n records are saved, and nobody else can read them. Take the stick to the service office, and bring the answer back. This device keeps everything.</numerusform>
        </translation>
    </message>
    <message>
        <source>还有一些放不下，读了回执再存一次。</source>
        <translation>There was no room for the rest: save once more when the answer has been read.</translation>
    </message>
    <message>
        <source>%1：服务器恢复过备份，这次没有收。请把U盘带回去读回执，再存一次，什么也没有丢。</source>
        <translation>%1: the server was restored from a backup and took nothing yet. Take the stick back, read the answer there and save once more; nothing is lost.</translation>
    </message>
    <message numerus="yes">
        <source>%1：服务器收到 %n 条。</source>
        <translation>
            <numerusform>%1: the server received %n record.</numerusform>
            <numerusform>%1: the server received %n records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>其中 %n 条没被收下，带回去读了回执能看到原因。</source>
        <translation>
            <numerusform>%n of them was not accepted; the device tells why once it has read the answer.</numerusform>
            <numerusform>%n of them were not accepted; the device tells why once it has read the answer.</numerusform>
        </translation>
    </message>
    <message>
        <source>这个文件以前导入过，没有重复。</source>
        <translation>This file was brought in before; nothing is there twice.</translation>
    </message>
    <message>
        <source>这台机器已停用，它的记录先隔离，等管理员决定。</source>
        <translation>That device was revoked; its records wait apart until the administrator decides.</translation>
    </message>
    <message>
        <source>U盘写不进去：可能满了、写保护，或者拔早了。请换一个U盘。本机的都还在。</source>
        <translation>The stick cannot be written: it may be full, protected, or pulled out too early. Please take another one. This device keeps everything.</translation>
    </message>
    <message>
        <source>读不到U盘上的文件。请看U盘是否插好。什么也没有改动。</source>
        <translation>The file on the stick cannot be read. See whether the stick is in. Nothing was changed.</translation>
    </message>
    <message>
        <source>没有连上服务器。文件没有动，联网后再导入。</source>
        <translation>The server could not be reached. The file is as it was; bring it in when there is a network.</translation>
    </message>
    <message>
        <source>只有服务办的电脑可以导入。</source>
        <translation>Only computers of the service office may bring files in.</translation>
    </message>
    <message>
        <source>这个文件由更新的程序写成，请先升级。什么也没有改动。</source>
        <translation>A newer program wrote this file; upgrade first. Nothing was changed.</translation>
    </message>
    <message>
        <source>文件不完整，或者被改动过。请在那台机器上再存一次。那里的都还在。</source>
        <translation>The file is not whole, or was changed. Save it once more at that device, which still holds everything.</translation>
    </message>
    <message>
        <source>这台机器现在读写不了自己的文件。U盘上的没有动。请找信息科。</source>
        <translation>This machine cannot use its own files now. The stick is as it was. Please tell the IT department.</translation>
    </message>
    <message>
        <source>服务器暂时不能收（%1）。文件没有动，请稍后再试。</source>
        <translation>The server cannot take it for the moment (%1). The file is as it was; try again later.</translation>
    </message>
    <message numerus="yes">
        <source>回执读好了：服务器收到 %n 条。</source>
        <translation>
            <numerusform>The answer is read: the server received %n record.</numerusform>
            <numerusform>The answer is read: the server received %n records.</numerusform>
        </translation>
    </message>
    <message>
        <source>这份回执用不上了：本机之后已经和服务器联系过。还在等待的，会再存一次。</source>
        <translation>This answer is not needed any more: the device has heard from the server since. What still waits is saved again.</translation>
    </message>
    <message>
        <source>没有等待送出的，不用再带。</source>
        <translation>Nothing waits; there is nothing to carry.</translation>
    </message>
</context>
<context>
    <name>StoryTask</name>
    <message>
        <source>发生了什么事</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>工作人员 %1 代写，还没有提交</source>
        <translation>Written by staff %1, not handed in yet</translation>
    </message>
    <message>
        <source>还没有提交</source>
        <translation>Not handed in yet</translation>
    </message>
</context>
<context>
    <name>SurveyPage</name>
    <message>
        <source>满意度评价</source>
        <translation>Rate your visit</translation>
    </message>
    <message>
        <source>上一题</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>交给我们</source>
        <translation>Hand it in</translation>
    </message>
    <message>
        <source>下一题</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>第 %1 题，共 %2 题</source>
        <translation>Question %1 of %2</translation>
    </message>
    <message numerus="yes">
        <source>还要大约 %n 分钟</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>没有保存：这台机器的硬盘满了</source>
        <translation>Not saved: this machine&apos;s disk is full</translation>
    </message>
    <message>
        <source>没有保存：这台机器的硬盘坏了</source>
        <translation>Not saved: this machine&apos;s disk has failed</translation>
    </message>
    <message>
        <source>没有保存：有的内容机器不认</source>
        <translation>Not saved: the machine cannot take some of the content</translation>
    </message>
    <message>
        <source>您写的字还在屏幕上。请叫工作人员，别关机。</source>
        <translation>Your words are still on the screen. Please call staff; do not switch off.</translation>
    </message>
    <message>
        <source>现在没有要填的问卷</source>
        <translation>There is no survey to fill in now</translation>
    </message>
    <message>
        <source>有话想说，可以回首页选“我要反映”。</source>
        <translation>To tell us something, go to the start and choose &quot;Tell us something&quot;.</translation>
    </message>
    <message>
        <source>不记姓名，只用来改进服务</source>
        <translation>No name is recorded; used only to improve our care</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>这台机器的硬盘满了</source>
        <translation>The disk of this machine is full</translation>
    </message>
    <message>
        <source>这台机器的文件坏过，已经救回</source>
        <translation>The file of this machine was damaged and has been rescued</translation>
    </message>
    <message>
        <source>已存的都在，还能存一点。请管理员腾出地方，再重新打开。</source>
        <translation>Everything saved is still here, and a little more can be saved. Ask the administrator to make room, then open again.</translation>
    </message>
    <message>
        <source>还读得出的、没送出的都救回来了，其余的联网后补回。原来的文件放在一边，没有删。请管理员查一查硬盘。</source>
        <translation>What could be read and was not yet sent has been rescued; the rest comes back once connected. The old file was set aside, not deleted. Ask the administrator to check the disk.</translation>
    </message>
    <message>
        <source>同步</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>这台机器的时间不对</source>
        <translation>This machine&apos;s clock is wrong</translation>
    </message>
    <message>
        <source>服务器没有接受这台机器</source>
        <translation>The server did not accept this machine</translation>
    </message>
    <message>
        <source>未联网，%1 条等待送出</source>
        <translation>Not connected. %1 waiting</translation>
    </message>
    <message>
        <source>未联网</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>已保存，校时后自动送出。</source>
        <translation>Saved; it goes out once the time is set.</translation>
    </message>
    <message>
        <source>内容都还在本机。请管理员看这台机器的登记，或升级程序。</source>
        <translation>Everything is still on this machine. Ask the administrator to check its enrolment, or to upgrade the program.</translation>
    </message>
    <message>
        <source>都已存在本机，联网后自动送出，照常使用。</source>
        <translation>Everything is saved here and goes out by itself once connected. You can go on.</translation>
    </message>
    <message>
        <source>这台机器保存的</source>
        <translation>Saved on this machine</translation>
    </message>
    <message>
        <source>服务器收到的</source>
        <translation>Received by the server</translation>
    </message>
    <message>
        <source>等待送出的</source>
        <translation>Waiting to go out</translation>
    </message>
    <message>
        <source>没被收下的</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>对得上：本机 %1 条，服务器都收到了。</source>
        <translation>It adds up: %1 here, all received by the server.</translation>
    </message>
    <message>
        <source>对得上：%1 条收到，%2 条等待，%3 条没被收下，合起来是本机的 %4 条。</source>
        <translation>It adds up: %1 received, %2 waiting and %3 not accepted make the %4 saved here.</translation>
    </message>
    <message>
        <source>没被收下的记录</source>
        <translation>Records not accepted</translation>
    </message>
    <message>
        <source>现在再送一次</source>
        <translation>Send once more</translation>
    </message>
    <message>
        <source>内容都还在本机，会自己再试。改正原因后，也可以现在再送一次。</source>
        <translation>Everything is still here and is tried again by itself. Once the cause is mended you can also send it now.</translation>
    </message>
    <message>
        <source>没有。服务器没有退回过这台机器的记录。</source>
        <translation>None. The server has not refused anything from this machine.</translation>
    </message>
    <message>
        <source>服务器地址 %1</source>
        <translation>Server address %1</translation>
    </message>
    <message>
        <source>从U盘导入</source>
        <translation>Bring in from a stick</translation>
    </message>
    <message numerus="yes">
        <source>照片、录音和文件还有 %n 份等待送出。它们都已存在本机，跟在文字后面送。</source>
        <translation>
            <numerusform>%n photo, recording or paper waits to be sent. It is kept here and goes behind the words.</numerusform>
            <numerusform>%n photos, recordings and papers wait to be sent. All of them are kept here and go behind the words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncProof</name>
    <message>
        <source>硬盘满了</source>
        <translation>Disk full</translation>
    </message>
    <message>
        <source>文件坏过，已救回</source>
        <translation>File was damaged, rescued</translation>
    </message>
    <message>
        <source>服务器没有接受这台机器</source>
        <translation>The server did not accept this machine</translation>
    </message>
    <message>
        <source>这台机器的时间不对</source>
        <translation>This machine&apos;s clock is wrong</translation>
    </message>
    <message>
        <source>未联网</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>%1 条没被收下</source>
        <translation>%1 not accepted</translation>
    </message>
    <message>
        <source>正在送出 %1 条</source>
        <translation>Sending %1</translation>
    </message>
    <message>
        <source>已联网</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>%1 条等待送出，已保存</source>
        <translation>%1 waiting, all saved</translation>
    </message>
    <message>
        <source>本机 %1 条，服务器收到 %2 条</source>
        <translation>%1 here, %2 received by the server</translation>
    </message>
    <message numerus="yes">
        <source>正在送出 %n 份证据</source>
        <translation>
            <numerusform>Sending %n piece of evidence</numerusform>
            <numerusform>Sending %n pieces of evidence</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>硬盘满了</source>
        <translation>Disk full</translation>
    </message>
    <message>
        <source>文件坏过，已救回</source>
        <translation>File was damaged, rescued</translation>
    </message>
    <message>
        <source>还能存一点，请找信息科腾地方</source>
        <translation>a little can still be saved, ask IT to make room</translation>
    </message>
    <message>
        <source>其余的联网后补回，请告诉信息科</source>
        <translation>the rest comes back once connected, tell IT</translation>
    </message>
    <message>
        <source>%1 条没被收下</source>
        <translation>%1 not accepted</translation>
    </message>
    <message>
        <source>这台机器的时间不对</source>
        <translation>This machine&apos;s clock is wrong</translation>
    </message>
    <message>
        <source>服务器不认这台机器</source>
        <translation>The server does not know this machine</translation>
    </message>
    <message>
        <source>未联网</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>正在送出</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>已联网</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>内容还在，去看原因</source>
        <translation>Nothing is lost; see why</translation>
    </message>
    <message>
        <source>已保存，等校时</source>
        <translation>saved, until the time is set</translation>
    </message>
    <message>
        <source>已保存，请找信息科</source>
        <translation>saved; please call IT</translation>
    </message>
    <message>
        <source>%1 条等待送出，已保存</source>
        <translation>%1 waiting, all saved</translation>
    </message>
    <message>
        <source>没有等待送出的</source>
        <translation>nothing is waiting</translation>
    </message>
    <message>
        <source>%1 条</source>
        <translation>%1 on the way</translation>
    </message>
    <message>
        <source>都已送到</source>
        <translation>everything has arrived</translation>
    </message>
    <message>
        <source>%1 %2 条</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>正在送出 %1 条</source>
        <translation>Sending %1</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>TextBox</name>
    <message>
        <source>还没有提交</source>
        <translation>Not sent in yet</translation>
    </message>
    <message numerus="yes">
        <source>还能写 %n 个字</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>办理经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>共 %1 条，新的在前</source>
        <translation>%1 in all, newest first</translation>
    </message>
</context>
<context>
    <name>TimelineItem</name>
    <message>
        <source>本人反映</source>
        <translation>Told us</translation>
    </message>
    <message>
        <source>“%1”有两个版本</source>
        <translation>Two versions of &quot;%1&quot;</translation>
    </message>
    <message>
        <source>改掉的内容：%1</source>
        <translation>Replaced: %1</translation>
    </message>
    <message>
        <source>%1：记下了，没有生效</source>
        <translation>%1: noted, without effect</translation>
    </message>
    <message>
        <source>断网期间各改了一次。两份都还在。</source>
        <translation>Changed twice while offline. Both are kept.</translation>
    </message>
    <message>
        <source>暂定，还没有送到服务器</source>
        <translation>provisional, not yet at the server</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>暂定</source>
        <translation>Provisional</translation>
    </message>
    <message>
        <source>去决定</source>
        <translation>Decide</translation>
    </message>
</context>
<context>
    <name>UserSheet</name>
    <message>
        <source>谁在用这台平板</source>
        <translation>Who is using this tablet</translation>
    </message>
    <message>
        <source>关上</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>保存时记下是谁记的。各人没存完的表分开放，换人不会丢。</source>
        <translation>Each save notes who made it. Unfinished forms are kept apart for each person; changing users loses nothing.</translation>
    </message>
    <message>
        <source>还没有工作人员名单。可以照常记，不写是谁记的。</source>
        <translation>No staff list yet. You can go on; it is not noted who wrote.</translation>
    </message>
    <message>
        <source>不是本病区的人</source>
        <translation>Someone from elsewhere</translation>
    </message>
    <message>
        <source>病区</source>
        <translation>Ward</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>大</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>特大</source>
        <translation>Largest</translation>
    </message>
    <message>
        <source>%1，有 %2 份没填完</source>
        <translation>%1, unfinished: %2</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
</context>
<context>
    <name>VersionCard</name>
    <message>
        <source>这台电脑上写的</source>
        <translation>Written on this computer</translation>
    </message>
    <message>
        <source>另一台机器上写的</source>
        <translation>Written on another machine</translation>
    </message>
    <message>
        <source>写于 %1</source>
        <translation>Written %1</translation>
    </message>
    <message>
        <source>加粗并画线的字，是和另一份不同的地方</source>
        <translation>Bold, underlined words differ from the other version</translation>
    </message>
    <message>
        <source>用%1这一份</source>
        <translation>Use version %1</translation>
    </message>
    <message>
        <source>从%1开始改</source>
        <translation>Start from %1</translation>
    </message>
</context>
<context>
    <name>VersionsPage</name>
    <message>
        <source>甲</source>
        <translation>A</translation>
    </message>
    <message>
        <source>乙</source>
        <translation>B</translation>
    </message>
    <message>
        <source>丙</source>
        <translation>C</translation>
    </message>
    <message>
        <source>丁</source>
        <translation>D</translation>
    </message>
    <message>
        <source>戊</source>
        <translation>E</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>%1：有%2个版本</source>
        <translation>%1: %2 versions</translation>
    </message>
    <message>
        <source>两</source>
        <translation>two</translation>
    </message>
    <message>
        <source>断网期间各改了一次。都完整保存着，没有丢字。您选哪份都行，没选的会留在办理经过里。</source>
        <translation>Each was changed while offline. All are kept in full, not a word is lost. Choose any; the others stay in the history.</translation>
    </message>
    <message>
        <source>两个版本都还在，没有改动。</source>
        <translation>Both versions are still here, unchanged.</translation>
    </message>
    <message>
        <source>合成一份</source>
        <translation>Combine</translation>
    </message>
    <message>
        <source>从哪一份开始都行，然后直接改字</source>
        <translation>Start from any version, then edit the words</translation>
    </message>
    <message>
        <source>合成的一份</source>
        <translation>Combined version</translation>
    </message>
    <message>
        <source>可以直接改字。还没有保存</source>
        <translation>You can edit it. Not saved yet</translation>
    </message>
    <message>
        <source>按上面的“从%1开始改”，字就到这里来</source>
        <translation>Press &quot;Start from %1&quot; above to bring its words here</translation>
    </message>
    <message>
        <source>用合成的这份</source>
        <translation>Use the combined version</translation>
    </message>
    <message>
        <source>不要合成的字，以后再定</source>
        <translation>Drop the combined words, decide later</translation>
    </message>
    <message>
        <source>以后再定</source>
        <translation>Decide later</translation>
    </message>
    <message>
        <source>合成的字还没有保存。离开这一页，这些字就没有了，几个版本都还在。</source>
        <translation>The combined words are not saved. If you leave this page they are gone; all versions stay.</translation>
    </message>
    <message>
        <source>这里已经只有一个版本</source>
        <translation>There is only one version here now</translation>
    </message>
    <message>
        <source>别处已经决定好了。按 Esc 返回。</source>
        <translation>It was decided elsewhere. Press Esc to go back.</translation>
    </message>
</context>
<context>
    <name>WardHead</name>
    <message>
        <source>还没有病区</source>
        <translation>No ward yet</translation>
    </message>
    <message>
        <source>zh_CN</source>
        <translation>en_GB</translation>
    </message>
    <message>
        <source>M月d日 dddd</source>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>谁在用</source>
        <translation>Who is using it</translation>
    </message>
    <message>
        <source>%1 在用，换人</source>
        <translation>%1 is using it, change</translation>
    </message>
    <message>
        <source>选谁在用</source>
        <translation>Choose who is using it</translation>
    </message>
</context>
<context>
    <name>WardRail</name>
    <message>
        <source>查房</source>
        <translation>Round</translation>
    </message>
    <message>
        <source>首接</source>
        <translation>Receiver</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>%1，%2 条没被收下</source>
        <translation>%1, %2 not accepted</translation>
    </message>
</context>
<context>
    <name>WardWindow</name>
    <message>
        <source>连心 病区</source>
        <translation>Lianxin ward</translation>
    </message>
</context>
<context>
    <name>WardWords</name>
    <message>
        <source>投诉</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>咨询</source>
        <translation>Enquiry</translation>
    </message>
    <message>
        <source>求助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>批评</source>
        <translation>Criticism</translation>
    </message>
    <message>
        <source>表扬</source>
        <translation>Praise</translation>
    </message>
    <message>
        <source>举报</source>
        <translation>Accusation</translation>
    </message>
    <message>
        <source>未访</source>
        <translation>To see</translation>
    </message>
    <message>
        <source>已访</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>拒绝</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>外出</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>服务器的程序较旧，还不认识这种记录</source>
        <translation>The server&apos;s program is older and does not know this kind of record</translation>
    </message>
    <message>
        <source>内容不合要求</source>
        <translation>The content does not meet the rules</translation>
    </message>
    <message>
        <source>这台机器不能记这一条：床位或事项不在本病区</source>
        <translation>This machine may not record it: the bed or matter is not in your ward</translation>
    </message>
    <message>
        <source>服务器上已经有另一个值</source>
        <translation>The server already holds another value</translation>
    </message>
    <message>
        <source>编号属于另一种记录</source>
        <translation>The number belongs to another kind of record</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>今天 %1</source>
        <translation>Today %1</translation>
    </message>
    <message>
        <source>M月d日</source>
        <translation>d MMM</translation>
    </message>
</context>
<context>
    <name>WhenTask</name>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>前天</source>
        <translation>2 days ago</translation>
    </message>
    <message>
        <source>上午</source>
        <translation>Morning</translation>
    </message>
    <message>
        <source>下午</source>
        <translation>Afternoon</translation>
    </message>
    <message>
        <source>晚上</source>
        <translation>Evening</translation>
    </message>
    <message>
        <source>再早一天</source>
        <translation>Day before</translation>
    </message>
    <message>
        <source>还没选日子</source>
        <translation>No day chosen</translation>
    </message>
    <message>
        <source>zh_CN</source>
        <translation>en_GB</translation>
    </message>
    <message>
        <source>M月d日 dddd</source>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>晚一天</source>
        <translation>Day after</translation>
    </message>
    <message>
        <source>大概什么时候</source>
        <translation>About what time of day</translation>
    </message>
</context>
<context>
    <name>WhoPanel</name>
    <message>
        <source>床位表</source>
        <translation>All beds</translation>
    </message>
    <message>
        <source>床</source>
        <translation>bed</translation>
    </message>
    <message>
        <source>入院第 %1 天</source>
        <translation>Day %1 in hospital</translation>
    </message>
    <message>
        <source>名单上这张床没有人。有人住，照常记。</source>
        <translation>Nobody is listed in this bed. If someone is there, record as usual.</translation>
    </message>
    <message>
        <source>没有住院名单，按床位记。</source>
        <translation>No list of patients; record by bed.</translation>
    </message>
    <message>
        <source>今天见到患者了吗</source>
        <translation>Did you see the patient today</translation>
    </message>
    <message>
        <source>今天 %1 已记：%2%3</source>
        <translation>Today %1: %2%3</translation>
    </message>
    <message>
        <source>，%1</source>
        <translation>, %1</translation>
    </message>
</context>
<context>
    <name>WishTask</name>
    <message>
        <source>您希望我们怎么做</source>
        <translation>What would you like us to do</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>咨询</source>
        <translation>Enquiry</translation>
    </message>
    <message>
        <source>求助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>批评</source>
        <translation>Criticism</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>举报</source>
        <translation>Accusation</translation>
    </message>
    <message>
        <source>表扬</source>
        <translation>Praise</translation>
    </message>
    <message>
        <source>门诊满意度</source>
        <translation>Outpatient satisfaction</translation>
    </message>
    <message>
        <source>住院征求意见</source>
        <translation>Inpatient opinion form</translation>
    </message>
    <message>
        <source>公共卫生满意度</source>
        <translation>Public health satisfaction</translation>
    </message>
    <message>
        <source>出院满意度</source>
        <translation>Discharge satisfaction</translation>
    </message>
    <message>
        <source>服务意见</source>
        <translation>Service opinion round</translation>
    </message>
    <message>
        <source>征求意见</source>
        <translation>Opinion asked</translation>
    </message>
    <message>
        <source>办理意见</source>
        <translation>Handling opinion</translation>
    </message>
    <message>
        <source>办后回访</source>
        <translation>Revisit after handling</translation>
    </message>
    <message>
        <source>住院查房</source>
        <translation>Bedside visit</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>已受理</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>已登记</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>当场答复</source>
        <translation>Answered on the spot</translation>
    </message>
    <message>
        <source>已引导</source>
        <translation>Guided</translation>
    </message>
    <message>
        <source>已分类</source>
        <translation>Classified</translation>
    </message>
    <message>
        <source>待签发督办令</source>
        <translation>Awaiting supervision order</translation>
    </message>
    <message>
        <source>待院长决定</source>
        <translation>Awaiting the president</translation>
    </message>
    <message>
        <source>已转办</source>
        <translation>Dispatched</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>方案审核中</source>
        <translation>Plan in review</translation>
    </message>
    <message>
        <source>反馈审核中</source>
        <translation>Feedback in review</translation>
    </message>
    <message>
        <source>已答复</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>征求意见中</source>
        <translation>Asking opinion</translation>
    </message>
    <message>
        <source>责令重办</source>
        <translation>Redo ordered</translation>
    </message>
    <message>
        <source>已解释</source>
        <translation>Explained</translation>
    </message>
    <message>
        <source>跟踪处理</source>
        <translation>Following up</translation>
    </message>
    <message>
        <source>整改跟踪</source>
        <translation>Rectifying</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已归档</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>另案移交</source>
        <translation>Separate case</translation>
    </message>
    <message>
        <source>不进入程序</source>
        <translation>Not taken further</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>引导到服务办</source>
        <translation>Led to the service office</translation>
    </message>
    <message>
        <source>电话引导</source>
        <translation>Guided by phone</translation>
    </message>
    <message>
        <source>确认结果</source>
        <translation>Outcome confirmed</translation>
    </message>
    <message>
        <source>分类</source>
        <translation>Classified</translation>
    </message>
    <message>
        <source>发出服务问题反馈单</source>
        <translation>Service issue slip sent</translation>
    </message>
    <message>
        <source>科室签收</source>
        <translation>Received by the department</translation>
    </message>
    <message>
        <source>科室退回</source>
        <translation>Returned by the department</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>对答复满意</source>
        <translation>Satisfied with the answer</translation>
    </message>
    <message>
        <source>对办理质量不满意</source>
        <translation>Not satisfied with how it was handled</translation>
    </message>
    <message>
        <source>责令再次办理</source>
        <translation>Ordered to be handled again</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Urged</translation>
    </message>
    <message>
        <source>转达表扬</source>
        <translation>Praise passed on</translation>
    </message>
    <message>
        <source>重新办理</source>
        <translation>Reopened</translation>
    </message>
    <message>
        <source>患者原话</source>
        <translation>In the patient&apos;s words</translation>
    </message>
    <message>
        <source>反映问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>投诉对象</source>
        <translation>About whom</translation>
    </message>
    <message>
        <source>没有指明对象</source>
        <translation>Nobody named</translation>
    </message>
    <message>
        <source>投诉时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>有关科室</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>匿名</source>
        <translation>Anonymous</translation>
    </message>
    <message>
        <source>姓名保密</source>
        <translation>Name withheld</translation>
    </message>
    <message>
        <source>单位保密</source>
        <translation>Workplace withheld</translation>
    </message>
    <message>
        <source>身份封存</source>
        <translation>Identity sealed</translation>
    </message>
    <message>
        <source>外部单号</source>
        <translation>Outside number</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>想说的话</source>
        <translation>In their own words</translation>
    </message>
    <message>
        <source>门诊调查</source>
        <translation>Outpatient survey</translation>
    </message>
    <message>
        <source>公共卫生调查</source>
        <translation>Public health survey</translation>
    </message>
    <message>
        <source>出院随访</source>
        <translation>Discharge follow-up</translation>
    </message>
    <message>
        <source>意见台</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>征求意见表</source>
        <translation>Opinion form</translation>
    </message>
    <message>
        <source>来电</source>
        <translation>Phone call</translation>
    </message>
    <message>
        <source>来信</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>传真</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>来访</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>邮件</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>WeChat</translation>
    </message>
    <message>
        <source>12345 转来</source>
        <translation>Hotline 12345</translation>
    </message>
    <message>
        <source>院长热线</source>
        <translation>President&apos;s hotline</translation>
    </message>
    <message>
        <source>网上意见</source>
        <translation>Online opinion</translation>
    </message>
    <message>
        <source>外部来信</source>
        <translation>Letter from outside</translation>
    </message>
    <message>
        <source>上级交办</source>
        <translation>Assigned from above</translation>
    </message>
    <message>
        <source>代表委员或媒体</source>
        <translation>Deputy or media</translation>
    </message>
    <message>
        <source>科室转来</source>
        <translation>From a department</translation>
    </message>
    <message>
        <source>登记表里还缺“%1”</source>
        <translation>The register still lacks &quot;%1&quot;</translation>
    </message>
    <message>
        <source>这一步还缺内容：%1</source>
        <translation>This step still lacks: %1</translation>
    </message>
    <message>
        <source>这一步已经办过，或还没有办到这里</source>
        <translation>This step was done before, or it is too early for it</translation>
    </message>
    <message>
        <source>这类事项没有这一步</source>
        <translation>This kind of matter has no such step</translation>
    </message>
    <message>
        <source>这个版本的程序不认识这一步</source>
        <translation>This version of the program does not know this step</translation>
    </message>
    <message>
        <source>服务器的程序较旧，还不认识这种记录</source>
        <translation>The server&apos;s program is older and does not know this kind of record</translation>
    </message>
    <message>
        <source>内容不合要求</source>
        <translation>The content does not meet the rules</translation>
    </message>
    <message>
        <source>这台机器不能写这条记录</source>
        <translation>This machine may not write this record</translation>
    </message>
    <message>
        <source>这一项只能写一次，服务器上已有别的内容</source>
        <translation>This can be written only once, and the server holds something else</translation>
    </message>
    <message>
        <source>这个编号已经属于另一条记录</source>
        <translation>This number already belongs to another record</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>办理经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>评价</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>查房记录</source>
        <translation>Bedside visit</translation>
    </message>
    <message>
        <source>证据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>连心卡发放</source>
        <translation>Contact card handed out</translation>
    </message>
    <message>
        <source>改掉的内容</source>
        <translation>Replaced content</translation>
    </message>
    <message>
        <source>患者本人</source>
        <translation>The patient</translation>
    </message>
    <message>
        <source>家属</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>工作人员代填</source>
        <translation>Staff for the patient</translation>
    </message>
    <message>
        <source>患者</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>职工</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>其他人</source>
        <translation>Someone else</translation>
    </message>
    <message>
        <source>今天 %1</source>
        <translation>Today %1</translation>
    </message>
    <message>
        <source>M月d日 HH:mm</source>
        <translation>d MMM HH:mm</translation>
    </message>
    <message>
        <source>yyyy年M月d日 HH:mm</source>
        <translation>d MMM yyyy HH:mm</translation>
    </message>
    <message>
        <source>没有保存：这台机器的硬盘满了</source>
        <translation>Not saved: this machine&apos;s disk is full</translation>
    </message>
    <message>
        <source>没有保存：这台机器的硬盘坏了</source>
        <translation>Not saved: this machine&apos;s disk has failed</translation>
    </message>
    <message>
        <source>没有保存：“%1”的内容机器不认</source>
        <translation>Not saved: the machine cannot take what stands in &quot;%1&quot;</translation>
    </message>
    <message>
        <source>没有保存：这条记录现在不能改</source>
        <translation>Not saved: this record cannot be changed now</translation>
    </message>
    <message>
        <source>没有保存：还缺“%1”</source>
        <translation>Not saved: &quot;%1&quot; is still missing</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>录音</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>在本机，已送到</source>
        <translation>Here, and received</translation>
    </message>
    <message>
        <source>没被收下，还在本机</source>
        <translation>Not accepted; it is still here</translation>
    </message>
    <message>
        <source>不在本机，打开就去取</source>
        <translation>Not here yet; open it to fetch it</translation>
    </message>
    <message>
        <source>正在取来</source>
        <translation>Being fetched</translation>
    </message>
    <message>
        <source>联网后取来</source>
        <translation>Comes when connected</translation>
    </message>
    <message>
        <source>还在别的机器上，送到后取来</source>
        <translation>Still on another device; comes when it was received</translation>
    </message>
    <message>
        <source>已保存，等待送出</source>
        <translation>Saved, waiting to go out</translation>
    </message>
</context>
<context>
    <name>lianxin::ward::ReceiverEntry</name>
    <message>
        <source>%1 联系了%2负责人（%3）</source>
        <translation>%1: called the head of %2 (%3)</translation>
    </message>
</context>
</TS>
