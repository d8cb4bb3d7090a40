// SPDX-License-Identifier: GPL-3.0-or-later
// Common phrases by subject: what many say, in plain words. Each says what was seen or what is wished for and
// blames nobody; every subject that can be praised has its praise.
import QtQuick

QtObject {
    readonly property list<string> subjects: [qsTr("时间"), qsTr("等候"), qsTr("态度"), qsTr("费用"), qsTr("讲解"), qsTr("环境"), qsTr("饭菜"), qsTr("感谢")]

    function of(subject: int): var {
        switch (subject) {
        case 0:
            return times();
        case 1:
            return waiting();
        case 2:
            return attitude();
        case 3:
            return prices();
        case 4:
            return explaining();
        case 5:
            return surroundings();
        case 6:
            return food();
        default:
            return thanks();
        }
    }
    function times(): var {
        return [qsTr("今天上午，"), qsTr("今天下午，"), qsTr("昨天，"), qsTr("昨天夜里，"), qsTr("上个星期，"), qsTr("住院的时候，")];
    }
    function waiting(): var {
        return [qsTr("等了很久。"), qsTr("过了预约时间还没叫我。"), qsTr("不知道还要等多久。"), qsTr("没看到叫号，也没听到。"), qsTr("等候的地方没有座位。"), qsTr("没等多久就看上了。")];
    }
    function attitude(): var {
        return [qsTr("我问的事没有得到回答。"), qsTr("我的话没有说完。"), qsTr("说话的语气让我难受。"), qsTr("希望说话慢一点。"), qsTr("问什么都耐心回答。"), qsTr("说话和气。")];
    }
    function prices(): var {
        return [qsTr("费用清单我看不懂。"), qsTr("想知道这一项收的是什么。"), qsTr("收的钱和先前说的不一样。"), qsTr("想先知道大约要花多少钱。"), qsTr("想问医保能报多少。"), qsTr("费用讲得很清楚。")];
    }
    function explaining(): var {
        return [qsTr("我没有听懂病情。"), qsTr("想知道为什么做这项检查。"), qsTr("不清楚药怎么吃。"), qsTr("想知道接下来怎么治。"), qsTr("想请医生再讲一遍。"), qsTr("医生讲得很清楚。")];
    }
    function surroundings(): var {
        return [qsTr("厕所不干净。"), qsTr("晚上太吵，睡不好。"), qsTr("屋里太冷。"), qsTr("屋里太热。"), qsTr("找不到要去的地方。"), qsTr("到处都很干净。")];
    }
    function food(): var {
        return [qsTr("饭菜送到时是凉的。"), qsTr("饭菜太咸。"), qsTr("饭菜太硬，咬不动。"), qsTr("送饭的时间太晚。"), qsTr("我有忌口，想换一种。"), qsTr("饭菜合口味。")];
    }
    function thanks(): var {
        return [qsTr("谢谢给我看病的医生。"), qsTr("谢谢照顾我的护士。"), qsTr("谢谢给我带路的人。"), qsTr("谢谢打扫卫生的人。"), qsTr("想知道名字，当面道谢。"), qsTr("在这里我很安心。")];
    }
}
