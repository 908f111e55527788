#include "ui/pages/settings/sourceform.h"

#include "app/core/secretname.h"
#include "app/core/text.h"
#include "ui/pages/settings/fieldrow.h"
#include "ui/pages/settings/signinform.h"
#include "ui/widgets/sectionhead.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QRegularExpression>
#include <QUrlQuery>
#include <QVBoxLayout>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr int LongestName = 80;

QString words(const char *untranslated)
{
    return QCoreApplication::translate("Connector", untranslated);
}

QLineEdit *lineIn(const FieldRow *row)
{
    return qobject_cast<QLineEdit *>(row->field());
}

} // namespace

SourceForm::SourceForm(const Theme &theme, std::vector<SourceKind> kinds, const QString &folder, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_kinds(std::move(kinds))
    , m_kind(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_addresses(new QLineEdit(this))
    , m_signIn(new SignInForm(theme, folder, this))
    , m_authority(new PathField(theme, QStringLiteral("sourceAuthority"), folder, this))
    , m_settingsHead(new SectionHead(theme, {}, this))
{
    setObjectName(QStringLiteral("sourceForm"));
    m_kind->setObjectName(QStringLiteral("sourceKind"));
    m_name->setObjectName(QStringLiteral("sourceName"));
    m_name->setMaxLength(LongestName);
    m_addresses->setObjectName(QStringLiteral("sourceAddresses"));
    for (const SourceKind &one : m_kinds) {
        m_kind->addItem(one.title, one.id);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    addRow(column, tr("Kind"), m_kind);
    m_nameRow = addRow(column, tr("Name"), m_name);
    m_addressRow = addRow(column, tr("Address"), m_addresses, tr("For a cluster, list its members with spaces between them."));
    column->addWidget(m_signIn);
    m_authorityRow = addRow(
        column, tr("Certificate authority"), m_authority, tr("Only needed where this computer does not trust the certificate by itself."));
    column->addSpacing(6);
    column->addWidget(m_settingsHead);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        showKind();
        emit edited();
    });
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &typed) { m_isNameTyped = !typed.isEmpty(); });
    for (QLineEdit *line : {m_name, m_addresses, m_authority->line()}) {
        connect(line, &QLineEdit::textEdited, this, &SourceForm::edited);
    }
    connect(m_signIn, &SignInForm::edited, this, &SourceForm::edited);
}

FieldRow *SourceForm::addRow(QVBoxLayout *column, const QString &title, QWidget *field, const QString &help)
{
    auto *row = new FieldRow(m_theme, title, field, this);
    row->setHelp(help);
    column->addWidget(row);
    return row;
}

void SourceForm::show(const Endpoint &source, const QStringList &taken)
{
    m_source = source;
    m_taken = taken;
    // A source that changes its kind would be another one.
    m_kind->setEnabled(source.id.isEmpty());
    m_isNameTyped = !source.id.isEmpty();
    m_name->setText(source.id);
    QStringList urls;
    for (const QUrl &url : source.urls) {
        urls.append(url.toString(QUrl::FullyEncoded));
    }
    m_addresses->setText(urls.join(u' '));
    m_authority->line()->setText(source.http.tls.caFile);
    m_authorityRow->setVisible(source.http.tls.ca.isEmpty());
    const int at = m_kind->findData(source.kind);
    m_kind->setCurrentIndex(std::max(0, at));
    showKind();
}

const SourceKind *SourceForm::kind() const
{
    const int at = m_kind->currentIndex();
    return at < 0 ? nullptr : &m_kinds[std::size_t(at)];
}

void SourceForm::showKind()
{
    const SourceKind *chosen = kind();
    if (chosen == nullptr) {
        return;
    }
    m_addresses->setPlaceholderText(chosen->exampleUrl);
    m_signIn->show(m_source.http, *chosen, m_source.id.isEmpty());
    suggestName();
    delete m_settings;
    m_settingRows.clear();
    m_settings = new QWidget(this);
    auto *column = new QVBoxLayout(m_settings);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (const SourceSetting &setting : chosen->settings) {
        auto *line = new QLineEdit(m_source.options.value(setting.key), m_settings);
        line->setObjectName(QStringLiteral("sourceSetting_") + setting.key);
        connect(line, &QLineEdit::textEdited, this, &SourceForm::edited);
        m_settingRows.insert(setting.key, addRow(column, words(setting.title), line, words(setting.help)));
    }
    m_settingsHead->setTitle(tr("Settings of %1").arg(chosen->title));
    m_settingsHead->setVisible(!chosen->settings.empty());
    qobject_cast<QVBoxLayout *>(layout())->addWidget(m_settings);
}

void SourceForm::suggestName()
{
    if (m_isNameTyped || kind() == nullptr) {
        return;
    }
    QString name = kind()->id;
    for (int n = 2; m_taken.contains(name); ++n) {
        name = kind()->id + QString::number(n);
    }
    m_name->setText(name);
}

QStringList SourceForm::addresses() const
{
    static const QRegularExpression Between(QStringLiteral("[\\s,]+"));
    return m_addresses->text().split(Between, Qt::SkipEmptyParts);
}

Endpoint SourceForm::endpoint() const
{
    Endpoint out = m_source;
    out.id = m_name->text().trimmed();
    out.kind = m_kind->currentData().toString();
    out.urls.clear();
    for (const QString &address : addresses()) {
        out.urls.emplace_back(address, QUrl::StrictMode);
    }
    m_signIn->write(out.http, out.id);
    out.http.tls.caFile = m_authority->path();
    for (auto at = m_settingRows.cbegin(); at != m_settingRows.cend(); ++at) {
        const QString value = lineIn(at.value())->text().trimmed();
        if (value.isEmpty()) {
            out.options.remove(at.key());
        } else {
            out.options.insert(at.key(), value);
        }
    }
    return out;
}

Secret SourceForm::secret() const
{
    return m_signIn->secret();
}

void SourceForm::setState(SecretState state)
{
    m_signIn->setState(state);
}

QString SourceForm::nameProblem() const
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        return tr("Enter a name.");
    }
    if (name.contains(u':') || name.contains(u'/')) {
        return tr("A name cannot contain a colon or a slash.");
    }
    return m_taken.contains(name) ? tr("There is already a source with this name.") : QString();
}

QString SourceForm::addressProblem() const
{
    const QStringList given = addresses();
    if (given.isEmpty()) {
        return kind() == nullptr || !kind()->needsUrl ? QString() : tr("Enter an address, such as %1.").arg(kind()->exampleUrl);
    }
    for (const QString &address : given) {
        const QUrl url(address, QUrl::StrictMode);
        const bool isWeb = url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
        if (!url.isValid() || !isWeb || url.host().isEmpty()) {
            return tr("“%1” is not an address that begins with http:// or https://.").arg(text::plain(address.section(u'@', -1), 120));
        }
        if (!url.userInfo().isEmpty()) {
            return tr("An address must not hold a user name or password; enter them below.");
        }
        const auto parameters = QUrlQuery(url).queryItems();
        if (std::any_of(parameters.begin(), parameters.end(), [](const auto &one) { return isSecretName(one.first); })) {
            return tr("An address must not hold a secret, such as a token; enter it below.");
        }
    }
    return {};
}

bool SourceForm::check()
{
    m_nameRow->setProblem(nameProblem());
    m_addressRow->setProblem(addressProblem());
    m_authorityRow->setProblem(
        m_authority->path().isEmpty() || m_authority->isFile() ? QString() : tr("This file does not exist or cannot be read."));
    for (const SourceSetting &setting : kind() == nullptr ? std::vector<SourceSetting>() : kind()->settings) {
        FieldRow *row = m_settingRows.value(setting.key);
        row->setProblem(setting.isRequired && lineIn(row)->text().trimmed().isEmpty() ? tr("This is required.") : QString());
    }
    QWidget *wrongSignIn = m_signIn->check();
    const FieldRow *wrong = nullptr;
    for (const FieldRow *row : QList<FieldRow *> {m_nameRow, m_addressRow} + QList<FieldRow *> {m_authorityRow} + m_settingRows.values()) {
        wrong = wrong == nullptr && row->hasProblem() ? row : wrong;
    }
    const bool isAbove = wrong == m_nameRow || wrong == m_addressRow;
    QWidget *first = wrongSignIn != nullptr && !isAbove ? wrongSignIn : wrong != nullptr ? wrong->field() : nullptr;
    if (first != nullptr) {
        first->setFocus();
    }
    return first == nullptr;
}

bool SourceForm::setProblem(const QString &key, const QString &sentence)
{
    FieldRow *row = key == u"urls" || key == u"url" ? m_addressRow : m_settingRows.value(key);
    if (row == nullptr) {
        return false;
    }
    row->setProblem(sentence);
    row->field()->setFocus();
    return true;
}

void SourceForm::setSecretProblem(const QString &sentence)
{
    m_signIn->setSecretProblem(sentence);
}

QWidget *SourceForm::firstField() const
{
    return m_kind->isEnabled() ? static_cast<QWidget *>(m_kind) : m_addresses;
}

} // namespace quarterdeck
