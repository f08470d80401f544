// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/ownsendermenu.h"

#include "analysis/senderedits.h"
#include "tables/visibletext.h"

#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Texts of this file in one context.
struct OwnSenderMenu {
    Q_DECLARE_TR_FUNCTIONS(OwnSenderMenu)
};

using Entries = std::vector<OwnSenders::Entry>;

/// What registers the senders; none where one of them cannot be registered.
Entries newEntries(const View &view, const std::vector<Sender> &senders, SenderClass senderClass)
{
    Entries entries;
    for (const Sender &sender : senders) {
        if (const auto entry = entryFor(sender, senderClass, view.filter.domains))
            entries.push_back(*entry);
    }
    return entries;
}

Entries knownEntries(const View &view, const std::vector<Sender> &senders)
{
    Entries entries;
    for (const Sender &sender : senders) {
        for (const OwnSenders::Entry &entry : entriesOf(*view.own, sender)) {
            if (std::find(entries.begin(), entries.end(), entry) == entries.end())
                entries.push_back(entry);
        }
    }
    return entries;
}

/// "192.0.2.0/24, example.com", and how many more.
QString namesOf(const Entries &entries)
{
    constexpr size_t most = 3;
    QStringList names;
    for (size_t i = 0; i < std::min(entries.size(), most); ++i)
        names.append(shortVisibleText(senderKey(entries[i]), 40));
    QString text = names.join(u", "_s);
    if (entries.size() > most)
        text = OwnSenderMenu::tr("%1 and %n more", nullptr, int(entries.size() - most)).arg(text);
    return text.replace(u'&', u"&&"_s);
}

bool areAllOf(const std::vector<Sender> &senders, SenderClass senderClass)
{
    return std::all_of(senders.begin(), senders.end(), [senderClass](const Sender &sender) {
        return sender.senderClass() == senderClass && !sender.isOfSeveralClasses();
    });
}

} // namespace

void addOwnSenderEntries(QMenu *menu, const View &view, const std::vector<Sender> &senders,
    const OwnSenderHandlers &handlers)
{
    const auto addChoice = [&](const QString &text, const QString &help, SenderClass senderClass) {
        const Entries entries = newEntries(view, senders, senderClass);
        QAction *action = menu->addAction(text, menu, [add = handlers.add, entries] {
            for (const OwnSenders::Entry &entry : entries)
                add(entry);
        });
        action->setToolTip(help);
        action->setCheckable(true);
        action->setChecked(areAllOf(senders, senderClass));
        action->setEnabled(!entries.empty() && !action->isChecked());
    };
    addChoice(OwnSenderMenu::tr("This is ours: &internal"),
        OwnSenderMenu::tr("A server of your own, or one that is run for you alone."),
        SenderClass::Internal);
    addChoice(OwnSenderMenu::tr("This is ours: &third party"),
        OwnSenderMenu::tr("A service that sends in your name on your behalf."),
        SenderClass::ThirdParty);
    const Entries known = knownEntries(view, senders);
    if (!known.empty()) {
        //: %1 names what is taken out of the registry: addresses, networks, host names
        menu->addAction(OwnSenderMenu::tr("&Not ours any more (removes %1)").arg(namesOf(known)),
            menu, [remove = handlers.remove, known] {
                for (const OwnSenders::Entry &entry : known)
                    remove(entry);
            });
    }
    menu->addAction(OwnSenderMenu::tr("&Own Senders…"), menu, handlers.openRegistry);
    menu->setToolTipsVisible(true);
}

QString ownSenderText(const Sender &sender)
{
    if (sender.isOfSeveralClasses())
        return OwnSenderMenu::tr("Partly ours");
    switch (sender.senderClass()) {
    case SenderClass::Internal: return OwnSenderMenu::tr("Ours: internal");
    case SenderClass::ThirdParty: return OwnSenderMenu::tr("Ours: third party");
    case SenderClass::Unauthorised: return OwnSenderMenu::tr("Is this ours?");
    }
    return {};
}

} // namespace sekisho
