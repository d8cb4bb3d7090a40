// SPDX-License-Identifier: GPL-3.0-or-later
// What a window of ours looks like: colours by role, sizes by face, by text size and by the screen.
// One lives in each window's engine; every control reads it. The pixels are the screen's own: sizes of the
// reference screen times the scale, rounded.
#pragma once

#include <QColor>
#include <QObject>
#include <QSize>

namespace lianxin::window {

class Theme : public QObject {
    Q_OBJECT
    Q_PROPERTY(Face face READ face WRITE setFace NOTIFY changed)
    Q_PROPERTY(TextSize textSize READ textSize WRITE setTextSize NOTIFY changed)
    Q_PROPERTY(double scale READ scale WRITE setScale NOTIFY changed)
    Q_PROPERTY(bool isElder READ isElder NOTIFY changed)
    Q_PROPERTY(bool facesNeutral READ facesNeutral NOTIFY changed)
    Q_PROPERTY(bool lessMotion READ isElder NOTIFY changed)

    // ---- type, by role
    Q_PROPERTY(int greeting READ greeting NOTIFY changed)
    Q_PROPERTY(int title READ title NOTIFY changed)
    Q_PROPERTY(int cardTitle READ cardTitle NOTIFY changed)
    Q_PROPERTY(int smallCardTitle READ smallCardTitle NOTIFY changed)
    Q_PROPERTY(int section READ section NOTIFY changed)
    Q_PROPERTY(int body READ body NOTIFY changed)
    Q_PROPERTY(int choice READ choice NOTIFY changed)
    Q_PROPERTY(int button READ button NOTIFY changed)
    Q_PROPERTY(int secondButton READ secondButton NOTIFY changed)
    Q_PROPERTY(int caption READ caption NOTIFY changed)
    Q_PROPERTY(int figure READ figure NOTIFY changed)
    Q_PROPERTY(int key READ key NOTIFY changed)
    Q_PROPERTY(int candidate READ candidate NOTIFY changed)

    // ---- room
    Q_PROPERTY(int unit READ unit NOTIFY changed)
    Q_PROPERTY(int margin READ margin NOTIFY changed)
    Q_PROPERTY(int gutter READ gutter NOTIFY changed)
    Q_PROPERTY(int inset READ inset NOTIFY changed)
    Q_PROPERTY(int target READ target NOTIFY changed)
    Q_PROPERTY(int mainButtonHeight READ mainButtonHeight NOTIFY changed)
    Q_PROPERTY(int buttonHeight READ buttonHeight NOTIFY changed)
    Q_PROPERTY(int choiceHeight READ choiceHeight NOTIFY changed)
    Q_PROPERTY(int fieldHeight READ fieldHeight NOTIFY changed)
    Q_PROPERTY(int pageBarHeight READ pageBarHeight NOTIFY changed)
    Q_PROPERTY(int actionBarHeight READ actionBarHeight NOTIFY changed)
    Q_PROPERTY(int cardRadius READ cardRadius NOTIFY changed)
    Q_PROPERTY(int controlRadius READ controlRadius NOTIFY changed)
    Q_PROPERTY(int chipRadius READ chipRadius NOTIFY changed)
    Q_PROPERTY(int edge READ edge NOTIFY changed)
    Q_PROPERTY(int chosenEdge READ chosenEdge NOTIFY changed)
    Q_PROPERTY(int lift READ lift NOTIFY changed)
    Q_PROPERTY(int icon READ icon NOTIFY changed)

    // ---- colour, by role
    Q_PROPERTY(QColor ground MEMBER ground_ CONSTANT)
    Q_PROPERTY(QColor surface MEMBER surface_ CONSTANT)
    Q_PROPERTY(QColor sunken MEMBER sunken_ CONSTANT)
    Q_PROPERTY(QColor done MEMBER done_ CONSTANT)
    Q_PROPERTY(QColor line MEMBER line_ CONSTANT)
    Q_PROPERTY(QColor lineStrong MEMBER lineStrong_ CONSTANT)
    Q_PROPERTY(QColor ink MEMBER ink_ CONSTANT)
    Q_PROPERTY(QColor ink2 MEMBER ink2_ CONSTANT)
    Q_PROPERTY(QColor ink3 MEMBER ink3_ CONSTANT)
    Q_PROPERTY(QColor primary MEMBER primary_ CONSTANT)
    Q_PROPERTY(QColor primaryDown MEMBER primaryDown_ CONSTANT)
    Q_PROPERTY(QColor primaryTint MEMBER primaryTint_ CONSTANT)
    Q_PROPERTY(QColor primaryTint2 MEMBER primaryTint2_ CONSTANT)
    Q_PROPERTY(QColor pineTop MEMBER pineTop_ CONSTANT)
    Q_PROPERTY(QColor pineBottom MEMBER pineBottom_ CONSTANT)
    Q_PROPERTY(QColor pineMark MEMBER pineMark_ CONSTANT)
    Q_PROPERTY(QColor onPine MEMBER onPine_ CONSTANT)
    Q_PROPERTY(QColor onPine2 MEMBER onPine2_ CONSTANT)
    Q_PROPERTY(QColor accent MEMBER accent_ CONSTANT)
    Q_PROPERTY(QColor accentTint MEMBER accentTint_ CONSTANT)
    Q_PROPERTY(QColor ok MEMBER ok_ CONSTANT)
    Q_PROPERTY(QColor okTint MEMBER okTint_ CONSTANT)
    Q_PROPERTY(QColor warn MEMBER warn_ CONSTANT)
    Q_PROPERTY(QColor warnTint MEMBER warnTint_ CONSTANT)
    Q_PROPERTY(QColor danger MEMBER danger_ CONSTANT)
    Q_PROPERTY(QColor dangerTint MEMBER dangerTint_ CONSTANT)
    Q_PROPERTY(QColor info MEMBER info_ CONSTANT)
    Q_PROPERTY(QColor infoTint MEMBER infoTint_ CONSTANT)
    Q_PROPERTY(QColor keyGround MEMBER keyGround_ CONSTANT)
    Q_PROPERTY(QColor functionKey MEMBER functionKey_ CONSTANT)
    Q_PROPERTY(QColor keyEdge MEMBER keyEdge_ CONSTANT)
    Q_PROPERTY(QColor focus MEMBER focus_ CONSTANT)
    Q_PROPERTY(QColor scrim MEMBER scrim_ CONSTANT)
    Q_PROPERTY(QString sansFamily READ sansFamily NOTIFY changed)
    Q_PROPERTY(QString serifFamily READ serifFamily NOTIFY changed)

public:
    /// Patient: the ward's tablet while a patient holds it.
    enum Face { Kiosk, Ward, Desk, Patient };
    Q_ENUM(Face)
    /// 标准, 大, 特大
    enum TextSize { Normal, Large, Elder };
    Q_ENUM(TextSize)

    explicit Theme(QObject* parent = nullptr) : QObject(parent) {}

    Face face() const { return face_; }
    void setFace(Face face);
    TextSize textSize() const { return textSize_; }
    void setTextSize(TextSize size);
    double scale() const { return scale_; }
    void setScale(double scale);
    bool isElder() const { return textSize_ == Elder; }
    /// Traditional characters have letterforms of their own.
    void setTraditional(bool traditional);
    /// The faces of a rating have no colour until one is chosen: the hospital wants it so.
    bool facesNeutral() const { return facesNeutral_; }
    void setFacesNeutral(bool neutral);

    /// Pixels of the reference screen in pixels of this one; at least one when there were any.
    Q_INVOKABLE int px(double reference) const;
    /// From worst, 1, to best, 5: the line colour and, not chosen, the fill of a face.
    Q_INVOKABLE QColor faceLine(int mark) const;
    Q_INVOKABLE QColor faceFill(int mark) const;
    /// By the window's size in pixels and the screen's pixels per millimetre; 0 where that is unknown. Then
    /// the window is the reference screen, larger or smaller.
    Q_INVOKABLE static double scaleFor(Face face, QSize size, double pixelsPerMillimetre);

    int greeting() const { return type({{74, 80, 88}, {32, 36, 40}, {30, 34, 39}, {52, 60, 68}}); }
    int title() const { return type({{58, 66, 76}, {32, 36, 40}, {30, 34, 39}, {52, 60, 68}}); }
    int cardTitle() const { return type({{56, 62, 70}, {26, 30, 34}, {20, 23, 26}, {34, 38, 44}}); }
    int smallCardTitle() const { return type({{46, 52, 60}, {24, 28, 32}, {18, 21, 24}, {32, 36, 42}}); }
    int section() const { return type({{42, 48, 56}, {24, 28, 32}, {20, 23, 26}, {36, 40, 46}}); }
    int body() const { return type({{34, 42, 52}, {20, 24, 28}, {16, 18, 21}, {28, 32, 38}}); }
    int choice() const { return type({{36, 44, 64}, {20, 24, 28}, {16, 18, 21}, {34, 38, 44}}); }
    int button() const { return type({{44, 50, 62}, {24, 28, 32}, {16, 18, 21}, {32, 36, 42}}); }
    int secondButton() const { return type({{38, 44, 52}, {20, 24, 28}, {16, 18, 21}, {28, 32, 38}}); }
    int caption() const { return type({{28, 34, 42}, {18, 20, 24}, {14, 16, 18}, {22, 26, 30}}); }
    int figure() const { return type({{132, 132, 132}, {44, 48, 52}, {44, 50, 57}, {52, 60, 68}}); }
    int key() const { return type({{46, 46, 50}, {30, 30, 34}, {20, 20, 22}, {30, 30, 34}}); }
    int candidate() const { return type({{44, 50, 56}, {30, 34, 38}, {20, 22, 24}, {30, 34, 38}}); }

    int unit() const { return px(face_ == Kiosk ? 8 : 4); }
    int margin() const { return type({{64, 64, 48}, {24, 24, 24}, {32, 32, 32}, {64, 64, 48}}); }
    int gutter() const { return type({{24, 24, 24}, {16, 16, 16}, {20, 20, 20}, {16, 16, 16}}); }
    int inset() const { return type({{40, 40, 40}, {20, 20, 20}, {24, 24, 24}, {24, 24, 24}}); }
    int target() const { return type({{96, 96, 108}, {56, 60, 64}, {40, 42, 46}, {72, 76, 84}}); }
    int mainButtonHeight() const { return type({{132, 140, 168}, {64, 68, 76}, {44, 46, 52}, {80, 84, 96}}); }
    int buttonHeight() const { return type({{108, 116, 140}, {56, 60, 66}, {40, 42, 46}, {72, 76, 84}}); }
    int choiceHeight() const { return type({{108, 116, 140}, {60, 64, 72}, {46, 48, 54}, {72, 80, 92}}); }
    int fieldHeight() const { return type({{108, 116, 140}, {64, 68, 76}, {40, 44, 50}, {72, 80, 92}}); }
    int pageBarHeight() const { return type({{128, 128, 144}, {72, 72, 76}, {64, 64, 68}, {88, 88, 96}}); }
    int actionBarHeight() const {
        return type({{204, 212, 240}, {96, 100, 108}, {72, 76, 84}, {120, 124, 132}});
    }
    int cardRadius() const { return type({{24, 24, 24}, {14, 14, 14}, {12, 12, 12}, {16, 16, 16}}); }
    int controlRadius() const { return type({{16, 16, 16}, {12, 12, 12}, {8, 8, 8}, {14, 14, 14}}); }
    int chipRadius() const { return type({{10, 10, 10}, {7, 7, 7}, {5, 5, 5}, {8, 8, 8}}); }
    int edge() const { return type({{2, 2, 2}, {1, 1, 2}, {1, 1, 1}, {2, 2, 2}}); }
    int chosenEdge() const { return type({{4, 4, 6}, {3, 3, 3}, {2, 2, 2}, {4, 4, 4}}); }
    int lift() const { return px(3); }
    int icon() const { return type({{34, 40, 48}, {24, 26, 30}, {20, 22, 24}, {30, 34, 40}}); }

    QString sansFamily() const;
    QString serifFamily() const;

signals:
    void changed();

private:
    struct Row {
        int normal, large, elder;
    };
    /// One size for each face and text size.
    struct Sizes {
        Row kiosk, ward, desk, patient;
    };
    int type(const Sizes& sizes) const;

    Face face_ = Kiosk;
    TextSize textSize_ = Normal;
    double scale_ = 1;
    bool traditional_ = false;
    bool facesNeutral_ = false;

    const QColor ground_{0xF4, 0xF2, 0xED}, surface_{0xFF, 0xFF, 0xFF}, sunken_{0xEA, 0xE6, 0xDC};
    const QColor done_{0xEF, 0xEC, 0xE5}, line_{0xDC, 0xD7, 0xCB}, lineStrong_{0x85, 0x7F, 0x72};
    const QColor ink_{0x1B, 0x2A, 0x29}, ink2_{0x46, 0x52, 0x4F}, ink3_{0x5B, 0x65, 0x61};
    const QColor primary_{0x14, 0x57, 0x4F}, primaryDown_{0x0E, 0x43, 0x3D}; // 黛绿
    const QColor primaryTint_{0xE2, 0xEE, 0xEA}, primaryTint2_{0xC9, 0xDF, 0xD9};
    const QColor pineTop_{0x17, 0x62, 0x5A}, pineBottom_{0x0F, 0x46, 0x3F}, pineMark_{0x18, 0x5F, 0x56};
    const QColor onPine_{0xFF, 0xFF, 0xFF}, onPine2_{0xCF, 0xE4, 0xDD};
    const QColor accent_{0xAE, 0x44, 0x17}, accentTint_{0xFB, 0xEA, 0xE1}; // 柿红
    const QColor ok_{0x2B, 0x67, 0x39}, okTint_{0xE4, 0xF0, 0xE2};
    const QColor warn_{0x7C, 0x4F, 0x00}, warnTint_{0xFA, 0xEF, 0xD2};
    const QColor danger_{0xA3, 0x29, 0x1E}, dangerTint_{0xFB, 0xE5, 0xE1};
    const QColor info_{0x28, 0x56, 0x7F}, infoTint_{0xE3, 0xEC, 0xF4};
    const QColor keyGround_{0xDD, 0xD8, 0xCC}, functionKey_{0xEF, 0xEC, 0xE4}, keyEdge_{0xB9, 0xB2, 0xA2};
    const QColor focus_{0x1A, 0x55, 0xB0}, scrim_{0x0C, 0x1E, 0x1C, 0xB3};
};

} // namespace lianxin::window
