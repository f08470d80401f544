// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/casesummary.h"
#include "analysis/cases/pins.h"
#include "analysis/ownsenders.h"
#include "analysis/results.h"
#include "base/result.h"
#include "tables/format.h"

#include <QFuture>
#include <QVariantMap>
#include <QWidget>

#include <functional>
#include <memory>

namespace sekisho {

/// All that a page shows: values that stay as they are while the page holds them.
struct View {
    DatasetPtr dataset = std::make_shared<Dataset>();
    std::shared_ptr<const SenderIndex> senders = std::make_shared<SenderIndex>();
    std::shared_ptr<const Results> results = std::make_shared<Results>();
    /// The owner's senders, and the user's words on single senders.
    std::shared_ptr<const OwnSenders> own = std::make_shared<OwnSenders>();
    std::shared_ptr<const Pins> pins = std::make_shared<Pins>();
    std::shared_ptr<const KnownServices> services = std::make_shared<KnownServices>();
    /// Made with what stands above; empty while it is being made.
    std::shared_ptr<const Judgement> judgement = std::make_shared<Judgement>();
    std::shared_ptr<const CaseSummary> cases = std::make_shared<CaseSummary>();
    Filter filter;
    Format format;
};

/// Reads the bytes of an item again, off the UI thread.
using LoadOriginal = std::function<QFuture<Result<QByteArray>>(const Origin &origin)>;
/// Reads a file that the user chose, off the UI thread.
using LoadFile = std::function<QFuture<Result<QByteArray>>(const QString &path)>;

/// The pages, in the order of the side list.
enum class PageId : quint8 { Overview, Senders, Alignment, Cases, Failures, Reports, ImportLog };
inline constexpr int pageCount = 7;

/// One page of the window. Gets values, asks for filters; knows no files and no other page.
class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Shows new results; selections stay where their rows are still there.
    virtual void setView(const View &view) = 0;
    /// Widths, sort order, splitter: what a restart brings back.
    [[nodiscard]] virtual QVariantMap state() const { return {}; }
    virtual void setState(const QVariantMap &state) { Q_UNUSED(state) }

Q_SIGNALS:
    /// The user narrowed what is shown; the window takes it over and remembers the old one.
    void filterRequested(const sekisho::Filter &filter);
    /// The user follows a link to another page, after `filterRequested` where that changes too.
    void pageRequested(sekisho::PageId page);
    /// The user wants files opened (empty states offer it).
    void openRequested();
    /// The user says whose sender this is; it goes instead of an entry for the same sender.
    void ownSenderRequested(const sekisho::OwnSenders::Entry &entry);
    /// … that it is none of the owner's after all.
    void ownSenderRemoved(const sekisho::OwnSenders::Entry &entry);
    /// The user wants to see and change the registry of own senders.
    void ownSendersRequested();
    /// The user says which case a sender's mail is; it goes instead of a pin on the same sender.
    void pinRequested(const sekisho::Pin &pin);
    void pinRemoved(const sekisho::Pin &pin);
    /// The user wants to look around with the built-in reports.
    void sampleRequested();

protected:
    /// Sets all texts again after a change of language or palette; of a page out of sight when it
    /// is shown.
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    bool m_outdated = false; ///< its texts, until it is shown again
};

} // namespace sekisho
