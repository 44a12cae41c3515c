"""The words of the registry as enums, with the relations between them.

Written by `tools/vocabulary.py` from `data/vocabulary/`: change the JSON and run
`make vocabulary`. Labels, definitions and hints are in the JSON files.
"""


from __future__ import annotations


from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Actor(StrEnum):
    """Kinds of participant. An actor is narrower than each term it names as broader; a rule that forbids or demands reaches every narrower actor. Terms with kind are also kinds of organisation; terms with persona are what a person can be apart from any tie."""

    #: Anybody at all.
    EVERYONE = "everyone"
    #: Anybody who takes part for a business: makers, agencies, researchers of markets, recruiters, investors, sellers and their associations.
    INDUSTRY = "industry"
    #: A company that develops, makes or markets medicines.
    PHARMACEUTICAL_COMPANY = "pharmaceutical-company"
    #: A company that develops medicines by biotechnology; a kind of pharmaceutical company here.
    BIOTECH_COMPANY = "biotech-company"
    #: A company that develops, makes or markets medical devices.
    MEDICAL_DEVICE_COMPANY = "medical-device-company"
    #: A company that makes or runs diagnostic tests for sale; in-vitro diagnostics count as devices.
    DIAGNOSTICS_COMPANY = "diagnostics-company"
    #: A company that sells software, data or online services for health.
    DIGITAL_HEALTH_COMPANY = "digital-health-company"
    #: A company that runs studies or makes products for makers by contract.
    CONTRACT_RESEARCH_ORGANISATION = "contract-research-organisation"
    #: A company that communicates, advertises or consults for clients, such as public relations, advertising or medical communications.
    AGENCY = "agency"
    #: A company or person that studies markets, opinions or online talk for clients.
    MARKET_RESEARCHER = "market-researcher"
    #: An association of companies.
    TRADE_ASSOCIATION = "trade-association"
    #: An organisation that insures people against the cost of illness.
    HEALTH_INSURER = "health-insurer"
    #: A company or person that invests, or researches for those who do.
    INVESTOR = "investor"
    #: A company or person that seeks staff for others.
    RECRUITER = "recruiter"
    #: A company or person that sells goods or services to members.
    SELLER = "seller"
    #: A company or person that makes or sells food supplements.
    SUPPLEMENT_SELLER = "supplement-seller"
    #: A pharmacy, a pharmacy chain or a wholesaler of medicines or devices.
    PHARMACY_OR_DISTRIBUTOR = "pharmacy-or-distributor"
    #: An organisation that treats people.
    HEALTHCARE_PROVIDER = "healthcare-provider"
    #: A hospital or a group of hospitals.
    HOSPITAL = "hospital"
    #: A clinic or practice that offers its treatments to members.
    CLINIC = "clinic"
    #: A university, a research institute or a school.
    ACADEMIC_INSTITUTION = "academic-institution"
    #: An organisation that does not work for profit.
    NONPROFIT = "nonprofit"
    #: A non-profit organisation of or for people with a condition.
    PATIENT_ORGANISATION = "patient-organisation"
    #: An association, college or society of a profession.
    PROFESSIONAL_BODY = "professional-body"
    #: A regulator or another public body.
    REGULATOR = "regulator"
    #: An organisation that publishes news, books or journals.
    PUBLISHER = "publisher"
    #: An organisation outside health that is none of the others.
    OTHER_ORGANISATION = "other-organisation"
    #: Whoever runs the community, and those who belong to it.
    OPERATOR = "operator"
    #: A person who practises or has been licensed in a health profession.
    HEALTHCARE_PROFESSIONAL = "healthcare-professional"
    #: A doctor of medicine.
    PHYSICIAN = "physician"
    #: A nurse or midwife.
    NURSE = "nurse"
    #: A pharmacist.
    PHARMACIST = "pharmacist"
    #: An optometrist or optician.
    OPTOMETRIST = "optometrist"
    #: A person who does research outside a business.
    ACADEMIC_RESEARCHER = "academic-researcher"
    #: A person who studies.
    STUDENT = "student"
    #: A person who reports for the media.
    JOURNALIST = "journalist"
    #: A lawyer or a law firm.
    LAWYER = "lawyer"
    #: A person who lives with a condition.
    PATIENT = "patient"
    #: A relative, friend or other person who cares for somebody with a condition.
    CAREGIVER = "caregiver"
    #: A person who speaks up for people with a condition.
    PATIENT_ADVOCATE = "patient-advocate"
    #: A person who publishes to an audience of their own.
    CONTENT_CREATOR = "content-creator"


class Activity(StrEnum):
    """What one wants to do. An activity is narrower than those it names as broader and includes those it implies; a rule that forbids or demands reaches every narrower activity and every activity that implies one it names."""

    #: Read what members write.
    READ = "read"
    #: Become a member or open an account.
    JOIN = "join"
    #: Write where members read it.
    POST = "post"
    #: Write to a member privately.
    DIRECT_MESSAGE = "direct-message"
    #: Send messages by a programme.
    AUTOMATED_MESSAGE = "automated-message"
    #: Mark, forward or repeat what somebody else wrote.
    LIKE_OR_SHARE = "like-or-share"
    #: Change pages that are written jointly.
    EDIT_WIKI = "edit-wiki"
    #: Hold an office of trust in the community.
    MODERATE = "moderate"
    #: Hold an announced question-and-answer session or lead a chat.
    HOST_A_SESSION = "host-a-session"
    #: Open or run a space, group, page or channel there.
    RUN_A_COMMUNITY = "run-a-community"
    #: Speak of a product, a service or the organisation behind it.
    TALK_ABOUT_PRODUCT = "talk-about-product"
    #: Answer questions about a product of the organisation one is tied to.
    ANSWER_ABOUT_OWN_PRODUCT = "answer-about-own-product"
    #: Put right what somebody wrote wrongly.
    CORRECT_ERRORS = "correct-errors"
    #: Recommend a product, a service or a provider.
    RECOMMEND = "recommend"
    #: Rate or review a product, a service or a provider.
    REVIEW = "review"
    #: Speak ill of a person, a product or an organisation.
    DISPARAGE = "disparage"
    #: Name a brand.
    NAME_PRODUCT = "name-product"
    #: Name a medicine that needs a prescription.
    NAME_PRESCRIPTION_MEDICINE = "name-prescription-medicine"
    #: Name a professional, a hospital, a clinic or a place of business.
    NAME_PROVIDER = "name-provider"
    #: Speak of a use that is not authorised.
    OFF_LABEL_TALK = "off-label-talk"
    #: Speak of prices, fees, reimbursed sums or terms of sale.
    TALK_ABOUT_PRICES = "talk-about-prices"
    #: Seek attention or customers for a product, a service, an organisation or oneself.
    PROMOTE = "promote"
    #: Offer something for sale.
    SELL = "sell"
    #: Sell, swap or give away medicines or prescription items.
    TRADE_MEDICINES = "trade-medicines"
    #: Tell how medicines can be got outside the lawful way.
    SOURCE_MEDICINES = "source-medicines"
    #: Publish news written for the media.
    SHARE_PRESS_RELEASE = "share-press-release"
    #: Promote a medicine that needs a prescription.
    PROMOTE_PRESCRIPTION_MEDICINE = "promote-prescription-medicine"
    #: Promote a product or a use of it that is not authorised.
    PROMOTE_OFF_LABEL = "promote-off-label"
    #: Promote by private message.
    PROMOTE_BY_MESSAGE = "promote-by-message"
    #: Draw members to another space of the same kind.
    PROMOTE_OTHER_COMMUNITY = "promote-other-community"
    #: Ask members for contact details in order to reach them elsewhere.
    SOLICIT_CONTACTS = "solicit-contacts"
    #: Write how one can be reached elsewhere, such as an e-mail address or a telephone number.
    GIVE_CONTACT_DETAILS = "give-contact-details"
    #: Give the address of another page.
    LINK = "link"
    #: Link to a site of one's own or of one's organisation.
    LINK_TO_OWN_SITE = "link-to-own-site"
    #: Link to a site that sells or advertises.
    LINK_TO_COMMERCIAL_SITE = "link-to-commercial-site"
    #: Link so that one earns when others buy.
    AFFILIATE_LINK = "affiliate-link"
    #: Pay the operator for advertising, sponsorship or a partnership.
    SPONSOR_OR_ADVERTISE = "sponsor-or-advertise"
    #: Pay for advertising that seeks participants for a study.
    ADVERTISE_STUDY = "advertise-study"
    #: Ask members for donations.
    FUNDRAISE = "fundraise"
    #: Ask members to sign, vote or campaign.
    PETITION = "petition"
    #: Study members or what they write.
    RESEARCH = "research"
    #: Put questions to members as a study.
    SURVEY = "survey"
    #: Seek participants for a study or a trial.
    RECRUIT_FOR_RESEARCH = "recruit-for-research"
    #: Seek participants for a study by private message.
    RECRUIT_BY_MESSAGE = "recruit-by-message"
    #: Gather what members write or do.
    COLLECT_DATA = "collect-data"
    #: Watch what members say of an organisation or its products.
    MONITOR = "monitor"
    #: Copy what members write to another place.
    SHARE_ELSEWHERE = "share-elsewhere"
    #: Seek people or statements for a report.
    MEDIA_REQUEST = "media-request"
    #: Tell somebody what to do about an illness or a treatment.
    MEDICAL_ADVICE = "medical-advice"
    #: Name or recommend a dose of a medicine.
    GIVE_DOSES = "give-doses"
    #: Write what could identify a patient.
    REVEAL_PATIENT_INFORMATION = "reveal-patient-information"
    #: Write what an organisation has not made public.
    REVEAL_CONFIDENTIAL_INFORMATION = "reveal-confidential-information"
    #: Mislead about who one is or whom one is tied to.
    MISREPRESENT_ONESELF = "misrepresent-oneself"
    #: Get documents or services that are kept for members.
    USE_MEMBER_RESOURCES = "use-member-resources"
    #: Publish an article or report as its author.
    PUBLISH_ARTICLE = "publish-article"
    #: Give money, gifts or other benefits to professionals, patients or their organisations.
    GIVE_BENEFITS = "give-benefits"
    #: Offer a prize or a give-away.
    RUN_CONTEST = "run-contest"


class ConditionTerm(StrEnum):
    """What makes it all right. A checkable condition can be shown to be met beforehand and is part of the answer; the others are ways to behave. Terms that are opposite cannot both be kept. The sentence says to the participant what to do; names in braces are parameters."""

    #: Say what tie one has, wherever it is read.
    DISCLOSE_AFFILIATION = "disclose-affiliation"
    #: Say in the profile what tie one has.
    DISCLOSE_IN_PROFILE = "disclose-in-profile"
    #: Say in the post itself what tie one has.
    DISCLOSE_IN_POST = "disclose-in-post"
    #: Carry the organisation in the account name.
    DISCLOSE_IN_USERNAME = "disclose-in-username"
    #: Carry the organisation in the flair, badge or title beside the name.
    DISCLOSE_IN_FLAIR = "disclose-in-flair"
    #: Say in the signature under each post what tie one has.
    DISCLOSE_IN_SIGNATURE = "disclose-in-signature"
    #: Keep companies, products and web addresses out of the account name.
    NAME_WITHOUT_COMPANY = "name-without-company"
    #: Give nothing that identifies oneself, such as name or employer.
    STAY_UNIDENTIFIED = "stay-unidentified"
    #: Use an account name that does not tell who one is: no full name, role or address.
    NICKNAME = "nickname"
    #: Take part under one's own name.
    REAL_NAME = "real-name"
    #: State that one speaks for oneself.
    VIEWS_ARE_OWN = "views-are-own"
    #: Mark advertising, sponsored or paid content as such.
    LABEL_AS_ADVERTISING = "label-as-advertising"
    #: Tell somebody beforehand; no answer is needed.
    NOTIFY = "notify"
    #: Have somebody's yes beforehand.
    APPROVAL = "approval"
    #: Have a written agreement with somebody.
    CONTRACT = "contract"
    #: Have who one is checked.
    VERIFIED_ACCOUNT = "verified-account"
    #: Have taken part for some time before.
    ESTABLISHED_MEMBER = "established-member"
    #: Keep to a number in a period.
    AT_MOST = "at-most"
    #: Do it only when somebody asked for it.
    WHEN_ASKED = "when-asked"
    #: Do it only where somebody else has named the product.
    PRODUCT_ALREADY_NAMED = "product-already-named"
    #: Do it only in the place set aside for it.
    DESIGNATED_AREA = "designated-area"
    #: Be a further kind of participant at once.
    IS = "is"
    #: Belong to a body.
    MEMBER_OF = "member-of"
    #: Stand in a public list.
    LISTED = "listed"
    #: Have a paid arrangement with the operator.
    SPONSOR = "sponsor"
    #: Have the approval of an ethics board.
    ETHICS_APPROVAL = "ethics-approval"
    #: Have no commercial purpose or interest in it.
    NON_COMMERCIAL = "non-commercial"
    #: Let the operator post or pass it on.
    THROUGH_OPERATOR = "through-operator"
    #: Be of an age.
    MINIMUM_AGE = "minimum-age"
    #: Live in one of the countries.
    RESIDENT = "resident"
    #: Introduce oneself before anything else.
    INTRODUCE_FIRST = "introduce-first"
    #: Have an account.
    REGISTERED = "registered"
    #: Use only what anybody can read without an account.
    PUBLICLY_READABLE = "publicly-readable"
    #: Agree to a text.
    ACCEPT_RULES = "accept-rules"
    #: Have one account, for one person.
    ONE_ACCOUNT = "one-account"
    #: Have been invited.
    INVITED = "invited"
    #: Have the consent of those it concerns.
    CONSENT = "consent"
    #: Be an organisation that sells nothing to the public.
    SELLS_NOTHING_TO_PUBLIC = "sells-nothing-to-public"
    #: Be an organisation whose goods the operator sells.
    STOCKED_BY_OPERATOR = "stocked-by-operator"
    #: The page linked to is not run by somebody who sells equipment.
    NOT_RUN_BY_SUPPLIER = "not-run-by-supplier"
    #: The page linked to is run by a public body.
    OFFICIAL_PAGE = "official-page"
    #: Have been trained for it.
    TRAINING = "training"
    #: Let only the allowed audience see it.
    AUDIENCE_LIMITED = "audience-limited"
    #: Have the clearance that a regulator or register gives.
    REGULATORY_CLEARANCE = "regulatory-clearance"
    #: Read what is there and learn people's views before speaking.
    LISTEN_FIRST = "listen-first"
    #: Take part without promoting.
    NO_PROMOTION = "no-promotion"
    #: Take part without writing to members privately.
    NO_DIRECT_MESSAGES = "no-direct-messages"
    #: Leave the space to those it is for, and their views standing.
    PATIENTS_FIRST = "patients-first"
    #: Speak from one's own experience.
    OWN_EXPERIENCE = "own-experience"
    #: Say where it comes from.
    CITE_SOURCE = "cite-source"
    #: Keep to what evidence supports.
    EVIDENCE_BASED = "evidence-based"
    #: Keep to the subject and to the right section.
    ON_TOPIC = "on-topic"
    #: Be civil and let others have their views.
    RESPECTFUL = "respectful"
    #: Write what is true and not misleading.
    TRUTHFUL = "truthful"
    #: Say what is fact and what is opinion.
    MARK_OPINION = "mark-opinion"
    #: Give reasons or something useful with it.
    ADD_SUBSTANCE = "add-substance"
    #: Send people to their own clinician.
    REFER_TO_CLINICIAN = "refer-to-clinician"
    #: State that it does not replace a professional.
    NOT_PROFESSIONAL_ADVICE = "not-professional-advice"
    #: Keep to what one is qualified for.
    WITHIN_COMPETENCE = "within-competence"
    #: Keep to the law wherever it can be read.
    LAWFUL = "lawful"
    #: Keep others' personal data to oneself.
    PRIVACY = "privacy"
    #: Use only what can identify nobody.
    ANONYMISE = "anonymise"
    #: Pass on what is read of harm by a product.
    REPORT_ADVERSE_EVENTS = "report-adverse-events"
    #: Give risk together with benefit.
    BALANCED_INFORMATION = "balanced-information"
    #: Leave medicines unnamed.
    NAME_NO_MEDICINE = "name-no-medicine"
    #: Correct all errors in a part, good or bad for oneself, and no more.
    CORRECT_FULLY = "correct-fully"
    #: Keep a record of it.
    KEEP_RECORDS = "keep-records"
    #: Look after the space one runs.
    MODERATE_IT = "moderate-it"
    #: Stay for the long term and answer.
    FOLLOW_THROUGH = "follow-through"
    #: Know whether one speaks for an organisation or about it.
    KNOW_CAPACITY = "know-capacity"
    #: Keep personal and professional use apart.
    KEEP_APART = "keep-apart"
    #: Take or give money without influence on content.
    NO_INFLUENCE = "no-influence"
    #: Use others' work only as they allow.
    RESPECT_RIGHTS = "respect-rights"
    #: Publish what was paid.
    REPORT_PAYMENTS = "report-payments"
    #: Name it without an address that can be followed.
    WITHOUT_LINK = "without-link"
    #: Mark or check text written by a machine.
    LABEL_AI_TEXT = "label-ai-text"
    #: Keep to the rules of the space one is in.
    FOLLOW_VENUE_RULES = "follow-venue-rules"


class Relationship(StrEnum):
    """What ties a person to an organisation. A rule may name a group; a disclosure names the tie itself (terms without group)."""

    #: Any present tie to an organisation.
    ANY_TIE = "any-tie"
    #: A tie with money or ownership in it.
    FINANCIAL = "financial"
    #: Those who belong to the organisation, whom a rule means that names no relationships.
    BELONGS = "belongs"
    #: Paid or rewarded without belonging to it.
    PAID = "paid"
    #: Works for the organisation.
    EMPLOYEE = "employee"
    #: Works for the organisation under contract.
    CONTRACTOR = "contractor"
    #: Founded, owns or runs the organisation.
    FOUNDER_OWNER = "founder-owner"
    #: Holds an office in the organisation's board.
    BOARD_MEMBER = "board-member"
    #: The account is the organisation itself.
    ORGANISATION_ACCOUNT = "organisation-account"
    #: Works for an agency or other firm that acts for the organisation.
    AGENCY = "agency"
    #: Is an intern or trainee of the organisation.
    STUDENT_OR_TRAINEE = "student-or-trainee"
    #: Gives paid advice.
    CONSULTANT = "consultant"
    #: Sits on an advisory or data monitoring board.
    ADVISORY_BOARD = "advisory-board"
    #: Is paid for talks, teaching or writing.
    SPEAKER = "speaker"
    #: Gets a grant or study funding.
    GRANT = "grant"
    #: Gets royalties, licence income or holds a patent with it.
    ROYALTY_OR_LICENCE = "royalty-or-licence"
    #: Gets travel, meals or event fees.
    TRAVEL_OR_HOSPITALITY = "travel-or-hospitality"
    #: Is paid for testimony or acts in a lawsuit.
    LITIGATION_OR_TESTIMONY = "litigation-or-testimony"
    #: Gets money, goods or early access for what they write.
    REWARDED = "rewarded"
    #: A patient or carer who is paid or rewarded to speak.
    PATIENT_AMBASSADOR = "patient-ambassador"
    #: Holds shares, options or other ownership.
    EQUITY = "equity"
    #: A close relative has a tie.
    FAMILY_MEMBER = "family-member"
    #: Is a member of the organisation.
    MEMBER = "member"
    #: Takes part in the organisation's trial.
    TRIAL_PARTICIPANT = "trial-participant"
    #: Uses the organisation's product.
    CUSTOMER_OR_USER = "customer-or-user"
    #: Another tie, named in the role.
    OTHER = "other"
    #: Declares that there is none.
    NONE = "none"


class Stance(StrEnum):
    """What the text of a rule says. Leave: permitted, conditional. Limits: prohibited, permission-required, discouraged. Duties, which give no leave: required, advised."""

    #: May.
    PERMITTED = "permitted"
    #: May, if the conditions are kept.
    CONDITIONAL = "conditional"
    #: Must not.
    PROHIBITED = "prohibited"
    #: Not without somebody's yes.
    PERMISSION_REQUIRED = "permission-required"
    #: Should not.
    DISCOURAGED = "discouraged"
    #: Must, or not without.
    REQUIRED = "required"
    #: Should.
    ADVISED = "advised"


class Verdict(StrEnum):
    """What the rules together mean for this person and this activity."""

    #: A rule that applies forbids it.
    PROHIBITED = "prohibited"
    #: Not without asking: somebody's yes is open, or leave is only inferred or stale, or duties collide.
    ASK_FIRST = "ask-first"
    #: Allowed once the open conditions are met.
    CONDITIONAL = "conditional"
    #: Allowed; nothing is open.
    PERMITTED = "permitted"
    #: No rule of the community lets this person do it, and none forbids it.
    UNSTATED = "unstated"
    #: It depends on facts that are missing; the answer names them.
    CANNOT_TELL = "cannot-tell"


class Certainty(StrEnum):
    """How firm a reason is, weakest last."""

    #: The text says so and was seen whole.
    STATED = "stated"
    #: The text was seen in part.
    PARTIAL = "partial"
    #: The text has no date of its own.
    UNDATED = "undated"
    #: Seen longer ago than the age asked for.
    STALE = "stale"
    #: Not said: drawn from practice or from a rule for everyone.
    INFERRED = "inferred"


class Basis(StrEnum):
    """What a rule rests on."""

    #: The text says it.
    STATED = "stated"
    #: Drawn from what the text says of something else.
    INFERRED = "inferred"
    #: Drawn from what somebody did.
    PRACTICE = "practice"
    #: What somebody thinks; never changes a verdict.
    OPINION = "opinion"


class Status(StrEnum):
    """Whether a tie holds."""

    #: Holds now.
    CURRENT = "current"
    #: Has ended.
    FORMER = "former"
    #: Is denied.
    NEGATED = "negated"
    #: The text leaves it open.
    UNCLEAR = "unclear"


class Capacity(StrEnum):
    """As what one speaks."""

    #: As its spokesperson.
    FOR = "for"
    #: Of its business, in one's own name.
    ABOUT = "about"
    #: Apart from it.
    PRIVATE = "private"


class CodeKind(StrEnum):
    """Whom a code binds by its nature."""

    #: Binds those who belong to its issuer.
    COMPANY_CODE = "company-code"
    #: Binds member companies of an industry.
    INDUSTRY_CODE = "industry-code"
    #: Binds a profession.
    PROFESSIONAL_CODE = "professional-code"
    #: Binds those who study markets.
    MARKET_RESEARCH_CODE = "market-research-code"
    #: Binds by law, or says how an authority reads the law.
    LAW_OR_GUIDANCE = "law-or-guidance"
    #: Binds all who use a platform.
    PLATFORM_POLICY = "platform-policy"
    #: Proposed or agreed by those concerned; binds nobody by force.
    GROUND_RULES = "ground-rules"


class Force(StrEnum):
    """Whether a code binds."""

    #: Those it names must keep it.
    BINDING = "binding"
    #: It only advises.
    ADVISORY = "advisory"


class Extent(StrEnum):
    """How much of a source was seen."""

    #: All of it.
    WHOLE = "whole"
    #: Some of it: its silence means nothing.
    PART = "part"


class CommunityStatus(StrEnum):
    """Whether a community is open."""

    #: Seen in use.
    ACTIVE = "active"
    #: Known to have ended.
    CLOSED = "closed"
    #: Not known.
    UNKNOWN = "unknown"


class Audience(StrEnum):
    """For whom a community is."""

    #: People with a condition.
    PATIENTS = "patients"
    #: Those who care for them.
    CAREGIVERS = "caregivers"
    #: Health professions.
    HEALTHCARE_PROFESSIONALS = "healthcare-professionals"
    #: Those who do research.
    RESEARCHERS = "researchers"
    #: Those who study.
    STUDENTS = "students"
    #: Anybody.
    GENERAL_PUBLIC = "general-public"
    #: Companies and those who work for them.
    INDUSTRY = "industry"
    #: Those who report.
    JOURNALISTS = "journalists"


class Place(StrEnum):
    """Where a declaration or an act stands."""

    #: The profile or biography.
    PROFILE = "profile"
    #: The post itself.
    POST = "post"
    #: The account name.
    USERNAME = "username"
    #: The flair, badge or title beside the name.
    FLAIR = "flair"
    #: The signature under each post.
    SIGNATURE = "signature"
    #: A statement of interests elsewhere.
    STATEMENT = "statement"


class Liable(StrEnum):
    """Whom a text holds liable."""

    #: The participant.
    PERSON = "person"
    #: The participant's employer.
    EMPLOYER = "employer"
    #: Whoever the participant acts for.
    CLIENT = "client"
    #: Whoever runs the space.
    OPERATOR = "operator"


class Enforcement(StrEnum):
    """What a text says happens on a breach."""

    #: The post goes.
    REMOVAL = "removal"
    #: A warning is given.
    WARNING = "warning"
    #: The account is stopped for a time.
    SUSPENSION = "suspension"
    #: The account is ended.
    BAN = "ban"
    #: An authority or employer is told.
    REPORT = "report"
    #: A claim is made or a fine is due.
    LEGAL_ACTION = "legal-action"
    #: The breach is made public.
    PUBLICATION = "publication"


class Platform(StrEnum):
    """Where a community lives: a service with rules of its own (where a code of the same id holds them) or forum software, which has none."""

    #: The Reddit service.
    REDDIT = "reddit"
    #: The Facebook service.
    FACEBOOK = "facebook"
    #: The Instagram service.
    INSTAGRAM = "instagram"
    #: The X service, once Twitter.
    X = "x"
    #: The Bluesky service.
    BLUESKY = "bluesky"
    #: The TikTok service.
    TIKTOK = "tiktok"
    #: The YouTube service.
    YOUTUBE = "youtube"
    #: The LinkedIn service.
    LINKEDIN = "linkedin"
    #: The Discord service.
    DISCORD = "discord"
    #: The Quora service.
    QUORA = "quora"
    #: The Nextdoor service.
    NEXTDOOR = "nextdoor"
    #: The Substack service.
    SUBSTACK = "substack"
    #: The Stack Exchange network.
    STACK_EXCHANGE = "stack-exchange"
    #: The Google Groups service.
    GOOGLE_GROUPS = "google-groups"
    #: The Groups.io service.
    GROUPS_IO = "groups-io"
    #: Wikipedia and its sister projects.
    WIKIMEDIA = "wikimedia"
    #: The Tildes service.
    TILDES = "tildes"
    #: The Hacker News service.
    HACKER_NEWS = "hacker-news"
    #: The Academia.edu service.
    ACADEMIA_EDU = "academia-edu"
    #: The HealthUnlocked network of health communities.
    HEALTHUNLOCKED = "healthunlocked"
    #: The Inspire network of health communities.
    INSPIRE = "inspire"
    #: A server of the Mastodon network.
    MASTODON = "mastodon"
    #: A newsgroup.
    USENET = "usenet"
    #: Mail to all subscribers.
    MAILING_LIST = "mailing-list"
    #: Forum software.
    DISCOURSE = "discourse"
    #: Forum software.
    VBULLETIN = "vbulletin"
    #: Forum software.
    XENFORO = "xenforo"
    #: Forum software.
    PHPBB = "phpbb"
    #: Forum software.
    SMF = "smf"
    #: Forum software.
    INVISION = "invision"
    #: Forum software.
    MYBB = "mybb"
    #: Forum software.
    WOLTLAB = "woltlab"
    #: Forum software.
    VANILLA = "vanilla"
    #: Forum software.
    KUNENA = "kunena"
    #: Forum software.
    PUNBB = "punbb"
    #: Forum software.
    YAF = "yaf"
    #: Forum software.
    BBPRESS = "bbpress"
    #: Forum software.
    UBB_THREADS = "ubb-threads"
    #: Community software, once Lithium.
    LITHIUM = "lithium"
    #: Community software.
    TELLIGENT = "telligent"
    #: A forum host.
    NABBLE = "nabble"
    #: A forum host.
    FORUMOTION = "forumotion"
    #: A forum host.
    WEBSITE_TOOLBOX = "website-toolbox"
    #: A host of web sites with forums.
    WIX = "wix"
    #: A host of social networks.
    NING = "ning"
    #: Pages that are written jointly.
    WIKI = "wiki"
    #: Meetings by video.
    VIDEO_CALLS = "video-calls"
    #: An organisation's pages on several services.
    SOCIAL_MEDIA_PAGES = "social-media-pages"
    #: A site of questions and answers.
    QUESTION_AND_ANSWER = "question-and-answer"
    #: A site with software of its own.
    CUSTOM = "custom"
    #: Not known.
    UNKNOWN = "unknown"


class IndustryTie(StrEnum):
    """Whether a text declares a current tie to a health-industry organisation, named or not."""

    #: The text says so.
    YES = "yes"
    #: A careful reader would ask.
    UNCLEAR = "unclear"
    #: The text does not say so.
    NO = "no"


class Layer(StrEnum):
    """Whose text a rule stands in."""

    #: The venue itself.
    COMMUNITY = "community"
    #: The network, host or parent that the venue is part of.
    HOST = "host"
    #: The platform that the venue lives on.
    PLATFORM = "platform"
    #: A code that binds the participant.
    CODE = "code"


class Via(StrEnum):
    """How a source was looked at."""

    #: In its place.
    LIVE = "live"
    #: In an archived copy, whose day is unknown unless the source says it.
    ARCHIVE = "archive"
    #: As another text reports it.
    QUOTATION = "quotation"


class Subject(StrEnum):
    """Of whose product or organisation one speaks, as against the tie's."""

    #: The tie's own.
    OWN = "own"
    #: A rival's.
    RIVAL = "rival"


class ConditionStatus(StrEnum):
    """Whether a condition is kept."""

    #: It is kept.
    MET = "met"
    #: Nobody has shown it.
    OPEN = "open"
    #: It is said not to be kept.
    FAILED = "failed"


class Silence(StrEnum):
    """Whose silence an answer rests on."""

    #: A text that was seen whole says nothing of it.
    WHOLE = "whole"
    #: What was seen of the text says nothing of it.
    PART = "part"
    #: No text of the community is known.
    NONE = "none"


class Fact(StrEnum):
    """What would settle an answer."""

    #: Whether there is a tie at all.
    TIE = "tie"
    #: Which organisation the tie is to.
    ORGANIZATION = "organization"
    #: For whom an agency acts.
    CLIENT = "client"
    #: Whether the tie holds today.
    STATUS = "status"
    #: When the tie ended.
    ENDED = "ended"
    #: As what the person speaks.
    CAPACITY = "capacity"
    #: In which country the person is bound.
    COUNTRY = "country"
    #: Whose product is spoken of.
    ABOUT = "about"
    #: Whether the rule held on that day.
    DAY = "day"


class MaintainerKind(StrEnum):
    """Who answers for an entry."""

    #: Whoever runs the community, with proof.
    OPERATOR = "operator"
    #: Anybody else who read the texts.
    THIRD_PARTY = "third-party"


#: Actor → the actors just above it.
ACTOR_BROADER: Final[Mapping[Actor, tuple[Actor, ...]]] = {
    Actor.INDUSTRY: (Actor.EVERYONE,),
    Actor.PHARMACEUTICAL_COMPANY: (Actor.INDUSTRY,),
    Actor.BIOTECH_COMPANY: (Actor.PHARMACEUTICAL_COMPANY,),
    Actor.MEDICAL_DEVICE_COMPANY: (Actor.INDUSTRY,),
    Actor.DIAGNOSTICS_COMPANY: (Actor.MEDICAL_DEVICE_COMPANY,),
    Actor.DIGITAL_HEALTH_COMPANY: (Actor.INDUSTRY,),
    Actor.CONTRACT_RESEARCH_ORGANISATION: (Actor.INDUSTRY,),
    Actor.AGENCY: (Actor.INDUSTRY,),
    Actor.MARKET_RESEARCHER: (Actor.INDUSTRY,),
    Actor.TRADE_ASSOCIATION: (Actor.INDUSTRY,),
    Actor.HEALTH_INSURER: (Actor.INDUSTRY,),
    Actor.INVESTOR: (Actor.INDUSTRY,),
    Actor.RECRUITER: (Actor.INDUSTRY,),
    Actor.SELLER: (Actor.INDUSTRY,),
    Actor.SUPPLEMENT_SELLER: (Actor.SELLER,),
    Actor.PHARMACY_OR_DISTRIBUTOR: (Actor.SELLER,),
    Actor.HEALTHCARE_PROVIDER: (Actor.EVERYONE,),
    Actor.HOSPITAL: (Actor.HEALTHCARE_PROVIDER,),
    Actor.CLINIC: (Actor.HEALTHCARE_PROVIDER,),
    Actor.ACADEMIC_INSTITUTION: (Actor.EVERYONE,),
    Actor.NONPROFIT: (Actor.EVERYONE,),
    Actor.PATIENT_ORGANISATION: (Actor.NONPROFIT,),
    Actor.PROFESSIONAL_BODY: (Actor.NONPROFIT,),
    Actor.REGULATOR: (Actor.EVERYONE,),
    Actor.PUBLISHER: (Actor.EVERYONE,),
    Actor.OTHER_ORGANISATION: (Actor.EVERYONE,),
    Actor.OPERATOR: (Actor.EVERYONE,),
    Actor.HEALTHCARE_PROFESSIONAL: (Actor.EVERYONE,),
    Actor.PHYSICIAN: (Actor.HEALTHCARE_PROFESSIONAL,),
    Actor.NURSE: (Actor.HEALTHCARE_PROFESSIONAL,),
    Actor.PHARMACIST: (Actor.HEALTHCARE_PROFESSIONAL,),
    Actor.OPTOMETRIST: (Actor.HEALTHCARE_PROFESSIONAL,),
    Actor.ACADEMIC_RESEARCHER: (Actor.EVERYONE,),
    Actor.STUDENT: (Actor.EVERYONE,),
    Actor.JOURNALIST: (Actor.EVERYONE,),
    Actor.LAWYER: (Actor.EVERYONE,),
    Actor.PATIENT: (Actor.EVERYONE,),
    Actor.CAREGIVER: (Actor.EVERYONE,),
    Actor.PATIENT_ADVOCATE: (Actor.EVERYONE,),
    Actor.CONTENT_CREATOR: (Actor.EVERYONE,),
}


#: Activity → the activities just above it.
ACTIVITY_BROADER: Final[Mapping[Activity, tuple[Activity, ...]]] = {
    Activity.AUTOMATED_MESSAGE: (Activity.DIRECT_MESSAGE,),
    Activity.ANSWER_ABOUT_OWN_PRODUCT: (Activity.TALK_ABOUT_PRODUCT,),
    Activity.CORRECT_ERRORS: (Activity.ANSWER_ABOUT_OWN_PRODUCT,),
    Activity.RECOMMEND: (Activity.TALK_ABOUT_PRODUCT,),
    Activity.REVIEW: (Activity.TALK_ABOUT_PRODUCT,),
    Activity.DISPARAGE: (Activity.TALK_ABOUT_PRODUCT,),
    Activity.NAME_PRODUCT: (Activity.TALK_ABOUT_PRODUCT,),
    Activity.NAME_PRESCRIPTION_MEDICINE: (Activity.NAME_PRODUCT,),
    Activity.NAME_PROVIDER: (Activity.TALK_ABOUT_PRODUCT,),
    Activity.OFF_LABEL_TALK: (Activity.TALK_ABOUT_PRODUCT,),
    Activity.TALK_ABOUT_PRICES: (Activity.TALK_ABOUT_PRODUCT,),
    Activity.SELL: (Activity.PROMOTE,),
    Activity.TRADE_MEDICINES: (Activity.SELL,),
    Activity.SHARE_PRESS_RELEASE: (Activity.PROMOTE,),
    Activity.PROMOTE_PRESCRIPTION_MEDICINE: (Activity.PROMOTE,),
    Activity.PROMOTE_OFF_LABEL: (Activity.PROMOTE, Activity.OFF_LABEL_TALK,),
    Activity.PROMOTE_BY_MESSAGE: (Activity.PROMOTE, Activity.DIRECT_MESSAGE,),
    Activity.PROMOTE_OTHER_COMMUNITY: (Activity.PROMOTE,),
    Activity.LINK_TO_OWN_SITE: (Activity.LINK,),
    Activity.LINK_TO_COMMERCIAL_SITE: (Activity.LINK,),
    Activity.AFFILIATE_LINK: (Activity.LINK_TO_COMMERCIAL_SITE,),
    Activity.ADVERTISE_STUDY: (Activity.SPONSOR_OR_ADVERTISE, Activity.RECRUIT_FOR_RESEARCH,),
    Activity.SURVEY: (Activity.RESEARCH,),
    Activity.RECRUIT_FOR_RESEARCH: (Activity.RESEARCH,),
    Activity.RECRUIT_BY_MESSAGE: (Activity.RECRUIT_FOR_RESEARCH, Activity.DIRECT_MESSAGE,),
    Activity.COLLECT_DATA: (Activity.RESEARCH,),
    Activity.MONITOR: (Activity.COLLECT_DATA,),
    Activity.GIVE_DOSES: (Activity.MEDICAL_ADVICE,),
    Activity.RUN_CONTEST: (Activity.PROMOTE,),
}


#: Activity → the activities that doing it includes.
ACTIVITY_IMPLIES: Final[Mapping[Activity, tuple[Activity, ...]]] = {
    Activity.POST: (Activity.JOIN,),
    Activity.DIRECT_MESSAGE: (Activity.JOIN,),
    Activity.LIKE_OR_SHARE: (Activity.JOIN,),
    Activity.EDIT_WIKI: (Activity.POST,),
    Activity.MODERATE: (Activity.JOIN,),
    Activity.HOST_A_SESSION: (Activity.POST,),
    Activity.TALK_ABOUT_PRODUCT: (Activity.POST,),
    Activity.PROMOTE: (Activity.POST, Activity.TALK_ABOUT_PRODUCT,),
    Activity.SOURCE_MEDICINES: (Activity.POST,),
    Activity.SOLICIT_CONTACTS: (Activity.POST,),
    Activity.GIVE_CONTACT_DETAILS: (Activity.POST,),
    Activity.LINK: (Activity.POST,),
    Activity.FUNDRAISE: (Activity.POST,),
    Activity.PETITION: (Activity.POST,),
    Activity.SURVEY: (Activity.POST,),
    Activity.RECRUIT_FOR_RESEARCH: (Activity.POST,),
    Activity.COLLECT_DATA: (Activity.READ,),
    Activity.SHARE_ELSEWHERE: (Activity.READ,),
    Activity.MEDIA_REQUEST: (Activity.POST,),
    Activity.MEDICAL_ADVICE: (Activity.POST,),
    Activity.REVEAL_PATIENT_INFORMATION: (Activity.POST,),
    Activity.REVEAL_CONFIDENTIAL_INFORMATION: (Activity.POST,),
    Activity.MISREPRESENT_ONESELF: (Activity.POST,),
    Activity.USE_MEMBER_RESOURCES: (Activity.JOIN,),
}


#: Relationship → the group just above it.
RELATIONSHIP_BROADER: Final[Mapping[Relationship, tuple[Relationship, ...]]] = {
    Relationship.FINANCIAL: (Relationship.ANY_TIE,),
    Relationship.BELONGS: (Relationship.FINANCIAL,),
    Relationship.PAID: (Relationship.FINANCIAL,),
    Relationship.EMPLOYEE: (Relationship.BELONGS,),
    Relationship.CONTRACTOR: (Relationship.BELONGS,),
    Relationship.FOUNDER_OWNER: (Relationship.BELONGS,),
    Relationship.BOARD_MEMBER: (Relationship.BELONGS,),
    Relationship.ORGANISATION_ACCOUNT: (Relationship.BELONGS,),
    Relationship.AGENCY: (Relationship.BELONGS,),
    Relationship.STUDENT_OR_TRAINEE: (Relationship.BELONGS,),
    Relationship.CONSULTANT: (Relationship.PAID,),
    Relationship.ADVISORY_BOARD: (Relationship.PAID,),
    Relationship.SPEAKER: (Relationship.PAID,),
    Relationship.GRANT: (Relationship.PAID,),
    Relationship.ROYALTY_OR_LICENCE: (Relationship.PAID,),
    Relationship.TRAVEL_OR_HOSPITALITY: (Relationship.PAID,),
    Relationship.LITIGATION_OR_TESTIMONY: (Relationship.PAID,),
    Relationship.REWARDED: (Relationship.PAID,),
    Relationship.PATIENT_AMBASSADOR: (Relationship.REWARDED,),
    Relationship.EQUITY: (Relationship.FINANCIAL,),
    Relationship.FAMILY_MEMBER: (Relationship.ANY_TIE,),
    Relationship.MEMBER: (Relationship.ANY_TIE,),
    Relationship.OTHER: (Relationship.ANY_TIE,),
}


#: Condition → those that cannot be kept beside it.
OPPOSITES: Final[Mapping[ConditionTerm, tuple[ConditionTerm, ...]]] = {
    ConditionTerm.DISCLOSE_AFFILIATION: (ConditionTerm.STAY_UNIDENTIFIED,),
    ConditionTerm.DISCLOSE_IN_PROFILE: (ConditionTerm.STAY_UNIDENTIFIED,),
    ConditionTerm.DISCLOSE_IN_POST: (ConditionTerm.STAY_UNIDENTIFIED,),
    ConditionTerm.DISCLOSE_IN_USERNAME: (ConditionTerm.NAME_WITHOUT_COMPANY, ConditionTerm.STAY_UNIDENTIFIED, ConditionTerm.NICKNAME,),
    ConditionTerm.DISCLOSE_IN_FLAIR: (ConditionTerm.STAY_UNIDENTIFIED,),
    ConditionTerm.DISCLOSE_IN_SIGNATURE: (ConditionTerm.STAY_UNIDENTIFIED,),
    ConditionTerm.NAME_WITHOUT_COMPANY: (ConditionTerm.DISCLOSE_IN_USERNAME,),
    ConditionTerm.STAY_UNIDENTIFIED: (ConditionTerm.DISCLOSE_AFFILIATION, ConditionTerm.DISCLOSE_IN_PROFILE, ConditionTerm.DISCLOSE_IN_POST, ConditionTerm.DISCLOSE_IN_USERNAME, ConditionTerm.DISCLOSE_IN_FLAIR, ConditionTerm.DISCLOSE_IN_SIGNATURE, ConditionTerm.REAL_NAME,),
    ConditionTerm.NICKNAME: (ConditionTerm.DISCLOSE_IN_USERNAME, ConditionTerm.REAL_NAME,),
    ConditionTerm.REAL_NAME: (ConditionTerm.STAY_UNIDENTIFIED, ConditionTerm.NICKNAME,),
}


#: Actors that are kinds of organisation.
KINDS: Final[tuple[Actor, ...]] = (
    Actor.INDUSTRY,
    Actor.PHARMACEUTICAL_COMPANY,
    Actor.BIOTECH_COMPANY,
    Actor.MEDICAL_DEVICE_COMPANY,
    Actor.DIAGNOSTICS_COMPANY,
    Actor.DIGITAL_HEALTH_COMPANY,
    Actor.CONTRACT_RESEARCH_ORGANISATION,
    Actor.AGENCY,
    Actor.MARKET_RESEARCHER,
    Actor.TRADE_ASSOCIATION,
    Actor.HEALTH_INSURER,
    Actor.INVESTOR,
    Actor.RECRUITER,
    Actor.SELLER,
    Actor.SUPPLEMENT_SELLER,
    Actor.PHARMACY_OR_DISTRIBUTOR,
    Actor.HEALTHCARE_PROVIDER,
    Actor.HOSPITAL,
    Actor.CLINIC,
    Actor.ACADEMIC_INSTITUTION,
    Actor.NONPROFIT,
    Actor.PATIENT_ORGANISATION,
    Actor.PROFESSIONAL_BODY,
    Actor.REGULATOR,
    Actor.PUBLISHER,
    Actor.OTHER_ORGANISATION,
    Actor.LAWYER,
)


#: Actors that a person can be apart from any tie.
PERSONAS: Final[tuple[Actor, ...]] = (
    Actor.MARKET_RESEARCHER,
    Actor.INVESTOR,
    Actor.RECRUITER,
    Actor.SELLER,
    Actor.SUPPLEMENT_SELLER,
    Actor.HEALTHCARE_PROFESSIONAL,
    Actor.PHYSICIAN,
    Actor.NURSE,
    Actor.PHARMACIST,
    Actor.OPTOMETRIST,
    Actor.ACADEMIC_RESEARCHER,
    Actor.STUDENT,
    Actor.JOURNALIST,
    Actor.LAWYER,
    Actor.PATIENT,
    Actor.CAREGIVER,
    Actor.PATIENT_ADVOCATE,
    Actor.CONTENT_CREATOR,
)


#: Kinds of organisation that make up the health industry.
HEALTH_INDUSTRY: Final[tuple[Actor, ...]] = (
    Actor.INDUSTRY,
    Actor.PHARMACEUTICAL_COMPANY,
    Actor.BIOTECH_COMPANY,
    Actor.MEDICAL_DEVICE_COMPANY,
    Actor.DIAGNOSTICS_COMPANY,
    Actor.DIGITAL_HEALTH_COMPANY,
    Actor.CONTRACT_RESEARCH_ORGANISATION,
    Actor.AGENCY,
    Actor.MARKET_RESEARCHER,
    Actor.TRADE_ASSOCIATION,
    Actor.HEALTH_INSURER,
    Actor.SUPPLEMENT_SELLER,
)


#: The activities that an overview answers for.
STANDARD_ACTIVITIES: Final[tuple[Activity, ...]] = (
    Activity.READ,
    Activity.JOIN,
    Activity.POST,
    Activity.DIRECT_MESSAGE,
    Activity.RUN_A_COMMUNITY,
    Activity.ANSWER_ABOUT_OWN_PRODUCT,
    Activity.CORRECT_ERRORS,
    Activity.PROMOTE,
    Activity.LINK_TO_OWN_SITE,
    Activity.SPONSOR_OR_ADVERTISE,
    Activity.FUNDRAISE,
    Activity.SURVEY,
    Activity.RECRUIT_FOR_RESEARCH,
    Activity.COLLECT_DATA,
    Activity.MEDICAL_ADVICE,
)


#: Conditions that can be shown to be met beforehand.
CHECKABLE: Final[tuple[ConditionTerm, ...]] = (
    ConditionTerm.DISCLOSE_AFFILIATION,
    ConditionTerm.DISCLOSE_IN_PROFILE,
    ConditionTerm.DISCLOSE_IN_POST,
    ConditionTerm.DISCLOSE_IN_USERNAME,
    ConditionTerm.DISCLOSE_IN_FLAIR,
    ConditionTerm.DISCLOSE_IN_SIGNATURE,
    ConditionTerm.NAME_WITHOUT_COMPANY,
    ConditionTerm.STAY_UNIDENTIFIED,
    ConditionTerm.NICKNAME,
    ConditionTerm.REAL_NAME,
    ConditionTerm.VIEWS_ARE_OWN,
    ConditionTerm.LABEL_AS_ADVERTISING,
    ConditionTerm.NOTIFY,
    ConditionTerm.APPROVAL,
    ConditionTerm.CONTRACT,
    ConditionTerm.VERIFIED_ACCOUNT,
    ConditionTerm.ESTABLISHED_MEMBER,
    ConditionTerm.AT_MOST,
    ConditionTerm.WHEN_ASKED,
    ConditionTerm.PRODUCT_ALREADY_NAMED,
    ConditionTerm.DESIGNATED_AREA,
    ConditionTerm.IS,
    ConditionTerm.MEMBER_OF,
    ConditionTerm.LISTED,
    ConditionTerm.SPONSOR,
    ConditionTerm.ETHICS_APPROVAL,
    ConditionTerm.NON_COMMERCIAL,
    ConditionTerm.THROUGH_OPERATOR,
    ConditionTerm.MINIMUM_AGE,
    ConditionTerm.RESIDENT,
    ConditionTerm.INTRODUCE_FIRST,
    ConditionTerm.REGISTERED,
    ConditionTerm.PUBLICLY_READABLE,
    ConditionTerm.ACCEPT_RULES,
    ConditionTerm.ONE_ACCOUNT,
    ConditionTerm.INVITED,
    ConditionTerm.CONSENT,
    ConditionTerm.SELLS_NOTHING_TO_PUBLIC,
    ConditionTerm.STOCKED_BY_OPERATOR,
    ConditionTerm.NOT_RUN_BY_SUPPLIER,
    ConditionTerm.OFFICIAL_PAGE,
    ConditionTerm.TRAINING,
    ConditionTerm.AUDIENCE_LIMITED,
    ConditionTerm.REGULATORY_CLEARANCE,
)


#: Relationships that group others: for rules, never for a disclosure.
RELATIONSHIP_GROUPS: Final[tuple[Relationship, ...]] = (
    Relationship.ANY_TIE,
    Relationship.FINANCIAL,
    Relationship.BELONGS,
    Relationship.PAID,
)


#: Disclosure condition → the place where the words must stand.
DISCLOSURE_PLACES: Final[Mapping[ConditionTerm, str]] = {
    ConditionTerm.DISCLOSE_AFFILIATION: "anywhere",
    ConditionTerm.DISCLOSE_IN_PROFILE: "profile",
    ConditionTerm.DISCLOSE_IN_POST: "post",
    ConditionTerm.DISCLOSE_IN_USERNAME: "username",
    ConditionTerm.DISCLOSE_IN_FLAIR: "flair",
    ConditionTerm.DISCLOSE_IN_SIGNATURE: "signature",
}


#: Condition → what to do, said to the participant.
CONDITION_SENTENCES: Final[Mapping[ConditionTerm, str]] = {
    ConditionTerm.DISCLOSE_AFFILIATION: "Say openly what ties you have{what}.",
    ConditionTerm.DISCLOSE_IN_PROFILE: "Name your tie in your profile{what}.",
    ConditionTerm.DISCLOSE_IN_POST: "Name your tie in each post{place}{what}.",
    ConditionTerm.DISCLOSE_IN_USERNAME: "Carry the organisation's name in your username{what}.",
    ConditionTerm.DISCLOSE_IN_FLAIR: "Wear a flair that names your organisation{what}.",
    ConditionTerm.DISCLOSE_IN_SIGNATURE: "Name your tie in your signature{what}.",
    ConditionTerm.NAME_WITHOUT_COMPANY: "Keep company, product and site names out of your username.",
    ConditionTerm.STAY_UNIDENTIFIED: "Give nothing that identifies you, such as your name or employer.",
    ConditionTerm.NICKNAME: "Choose a username that does not tell who you are.",
    ConditionTerm.REAL_NAME: "Take part under your real name.",
    ConditionTerm.VIEWS_ARE_OWN: "Say that your views are your own.",
    ConditionTerm.LABEL_AS_ADVERTISING: "Mark the post as advertising{place}.",
    ConditionTerm.NOTIFY: "Tell {whom} beforehand{what}.",
    ConditionTerm.APPROVAL: "Ask {whom} and wait for a yes.",
    ConditionTerm.CONTRACT: "Have a written agreement with {whom}.",
    ConditionTerm.VERIFIED_ACCOUNT: "Let {by} check who you are{what}.",
    ConditionTerm.ESTABLISHED_MEMBER: "Be an established member first{posts}{days}.",
    ConditionTerm.AT_MOST: "Do so at most {max} time(s) per {per}.",
    ConditionTerm.WHEN_ASKED: "Do so only when asked{by}.",
    ConditionTerm.PRODUCT_ALREADY_NAMED: "Do so only where somebody else has already named the product.",
    ConditionTerm.DESIGNATED_AREA: "Do so only in the place meant for it{area}.",
    ConditionTerm.IS: "This is open only to those who are also: {actor}.",
    ConditionTerm.MEMBER_OF: "Be a member of {whom}.",
    ConditionTerm.LISTED: "Be listed{area}.",
    ConditionTerm.SPONSOR: "Have a paid arrangement with the operator{form}.",
    ConditionTerm.ETHICS_APPROVAL: "Have the approval of an ethics board.",
    ConditionTerm.NON_COMMERCIAL: "Have no commercial purpose in it.",
    ConditionTerm.THROUGH_OPERATOR: "Let the operator publish it for you.",
    ConditionTerm.MINIMUM_AGE: "Be at least {years} years old.",
    ConditionTerm.RESIDENT: "Live in {countries}.",
    ConditionTerm.INTRODUCE_FIRST: "Introduce yourself first.",
    ConditionTerm.REGISTERED: "Register first.",
    ConditionTerm.PUBLICLY_READABLE: "Use only what can be read without an account.",
    ConditionTerm.ACCEPT_RULES: "Accept the rules.",
    ConditionTerm.ONE_ACCOUNT: "Use one account, for yourself alone.",
    ConditionTerm.INVITED: "Be invited{by}.",
    ConditionTerm.CONSENT: "Have the consent of {of}.",
    ConditionTerm.SELLS_NOTHING_TO_PUBLIC: "Only an organisation that sells nothing to the public may do so.",
    ConditionTerm.STOCKED_BY_OPERATOR: "Only an organisation whose goods the operator sells may do so.",
    ConditionTerm.NOT_RUN_BY_SUPPLIER: "Link only to pages that no supplier runs.",
    ConditionTerm.OFFICIAL_PAGE: "Link only to a page of a public body.",
    ConditionTerm.TRAINING: "Be trained for it first.",
    ConditionTerm.AUDIENCE_LIMITED: "Let only the allowed audience see it: {actor}.",
    ConditionTerm.REGULATORY_CLEARANCE: "Have the clearance that the law asks for.",
    ConditionTerm.LISTEN_FIRST: "Read and listen first.",
    ConditionTerm.NO_PROMOTION: "Do not promote anything.",
    ConditionTerm.NO_DIRECT_MESSAGES: "Do not write to members privately.",
    ConditionTerm.PATIENTS_FIRST: "Let those whom the space is for come first.",
    ConditionTerm.OWN_EXPERIENCE: "Speak from your own experience.",
    ConditionTerm.CITE_SOURCE: "Say where it comes from.",
    ConditionTerm.EVIDENCE_BASED: "Keep to what evidence supports.",
    ConditionTerm.ON_TOPIC: "Keep to the subject.",
    ConditionTerm.RESPECTFUL: "Be civil.",
    ConditionTerm.TRUTHFUL: "Write what is true and does not mislead.",
    ConditionTerm.MARK_OPINION: "Say what is fact and what is your opinion.",
    ConditionTerm.ADD_SUBSTANCE: "Give reasons or something useful with it.",
    ConditionTerm.REFER_TO_CLINICIAN: "Refer people to their own clinician.",
    ConditionTerm.NOT_PROFESSIONAL_ADVICE: "Say that it is no professional advice.",
    ConditionTerm.WITHIN_COMPETENCE: "Keep to what you are qualified for.",
    ConditionTerm.LAWFUL: "Check that it is lawful wherever it can be read.",
    ConditionTerm.PRIVACY: "Keep others' personal data out of it.",
    ConditionTerm.ANONYMISE: "Use only what identifies nobody.",
    ConditionTerm.REPORT_ADVERSE_EVENTS: "Report what you read of harm by a product.",
    ConditionTerm.BALANCED_INFORMATION: "Give risk together with benefit.",
    ConditionTerm.NAME_NO_MEDICINE: "Name no medicine.",
    ConditionTerm.CORRECT_FULLY: "Correct every error in that part, also those in your favour, and no more.",
    ConditionTerm.KEEP_RECORDS: "Keep a record.",
    ConditionTerm.MODERATE_IT: "Look after the space that you run.",
    ConditionTerm.FOLLOW_THROUGH: "Stay for the long term and answer.",
    ConditionTerm.KNOW_CAPACITY: "Know whether you speak for your organisation or about it.",
    ConditionTerm.KEEP_APART: "Keep personal and professional use apart.",
    ConditionTerm.NO_INFLUENCE: "Let money have no influence on content.",
    ConditionTerm.RESPECT_RIGHTS: "Use others' work only as they allow.",
    ConditionTerm.REPORT_PAYMENTS: "Publish what was paid.",
    ConditionTerm.WITHOUT_LINK: "Give no address that can be followed.",
    ConditionTerm.LABEL_AI_TEXT: "Mark and check text written by a machine.",
    ConditionTerm.FOLLOW_VENUE_RULES: "Keep to the rules of the space.",
}


#: Relationship → language → a wording that declares it ({} is the name).
DECLARATIONS: Final[Mapping[Relationship, Mapping[str, str]]] = {
    Relationship.EMPLOYEE: {"en": "I work for {}", "de": "Ich arbeite für {}", "fr": "Je travaille pour {}", "es": "Trabajo para {}", "it": "Lavoro per {}", "nl": "Ik werk voor {}", "pt": "Trabalho para {}", "sv": "Jag arbetar för {}"},
    Relationship.CONTRACTOR: {"en": "I am a contractor for {}"},
    Relationship.FOUNDER_OWNER: {"en": "I am the owner of {}", "de": "Ich bin Inhaber von {}", "fr": "Je suis propriétaire de {}"},
    Relationship.BOARD_MEMBER: {"en": "I am a board member of {}"},
    Relationship.ORGANISATION_ACCOUNT: {"en": "This is the official account of {}", "de": "Dies ist das offizielle Konto von {}", "fr": "Ceci est le compte officiel de {}", "es": "Esta es la cuenta oficial de {}"},
    Relationship.AGENCY: {"en": "I work on behalf of {}"},
    Relationship.STUDENT_OR_TRAINEE: {"en": "I am an intern at {}", "de": "Ich mache ein Praktikum bei {}", "fr": "Je suis stagiaire chez {}"},
    Relationship.CONSULTANT: {"en": "I am a paid consultant to {}", "de": "Ich berate {} gegen Honorar"},
    Relationship.ADVISORY_BOARD: {"en": "I sit on an advisory board of {}"},
    Relationship.SPEAKER: {"en": "I have received speaker fees from {}", "de": "Ich habe Vortragshonorare von {} erhalten", "fr": "J'ai reçu des honoraires de conférencier de {}"},
    Relationship.GRANT: {"en": "I have received a research grant from {}", "de": "Ich habe Forschungsförderung von {} erhalten"},
    Relationship.ROYALTY_OR_LICENCE: {"en": "I receive royalties from {}"},
    Relationship.TRAVEL_OR_HOSPITALITY: {"en": "I have received travel support from {}", "de": "Ich habe Reisekosten von {} erstattet bekommen"},
    Relationship.LITIGATION_OR_TESTIMONY: {"en": "I have been paid for expert testimony by {}"},
    Relationship.REWARDED: {"en": "I receive free products from {}"},
    Relationship.PATIENT_AMBASSADOR: {"en": "I am a paid patient ambassador for {}"},
    Relationship.EQUITY: {"en": "I own shares in {}", "de": "Ich halte Aktien von {}", "fr": "Je détiens des actions de {}"},
    Relationship.FAMILY_MEMBER: {"en": "A member of my family works for {}"},
    Relationship.MEMBER: {"en": "I am a member of {}", "de": "Ich bin Mitglied von {}"},
}


#: Condition → language → a wording that meets it.
STATEMENTS: Final[Mapping[ConditionTerm, Mapping[str, str]]] = {
    ConditionTerm.VIEWS_ARE_OWN: {"en": "The views here are my own", "de": "Was ich hier schreibe, ist meine eigene Meinung", "fr": "Les propos tenus ici n'engagent que moi", "es": "Las opiniones aquí expresadas son mías", "it": "Le opinioni qui espresse sono mie", "nl": "Wat ik hier schrijf is mijn eigen mening", "pt": "As opiniões aqui expressas são minhas", "sv": "Åsikterna här är mina egna"},
}


#: The parameters that a condition may carry, each with the kind of its value.
CONDITION_PARAMETERS: Final[Mapping[ConditionTerm, Mapping[str, str]]] = {
    ConditionTerm.DISCLOSE_AFFILIATION: {"what": "list"},
    ConditionTerm.DISCLOSE_IN_PROFILE: {"what": "list"},
    ConditionTerm.DISCLOSE_IN_POST: {"what": "list", "place": "text"},
    ConditionTerm.DISCLOSE_IN_USERNAME: {"what": "list"},
    ConditionTerm.DISCLOSE_IN_FLAIR: {"what": "list"},
    ConditionTerm.DISCLOSE_IN_SIGNATURE: {"what": "list"},
    ConditionTerm.LABEL_AS_ADVERTISING: {"place": "text"},
    ConditionTerm.NOTIFY: {"whom": "text", "what": "list"},
    ConditionTerm.APPROVAL: {"whom": "text", "what": "list"},
    ConditionTerm.CONTRACT: {"whom": "text"},
    ConditionTerm.VERIFIED_ACCOUNT: {"by": "text", "what": "list"},
    ConditionTerm.ESTABLISHED_MEMBER: {"posts": "integer", "days": "integer"},
    ConditionTerm.AT_MOST: {"max": "integer", "per": "text"},
    ConditionTerm.WHEN_ASKED: {"by": "text"},
    ConditionTerm.DESIGNATED_AREA: {"area": "text"},
    ConditionTerm.IS: {"actor": "actor"},
    ConditionTerm.MEMBER_OF: {"whom": "text"},
    ConditionTerm.LISTED: {"area": "text"},
    ConditionTerm.SPONSOR: {"form": "text"},
    ConditionTerm.MINIMUM_AGE: {"years": "integer"},
    ConditionTerm.RESIDENT: {"countries": "countries"},
    ConditionTerm.INVITED: {"by": "text"},
    ConditionTerm.CONSENT: {"of": "text"},
    ConditionTerm.AUDIENCE_LIMITED: {"actor": "actor"},
}


#: Host (or its parent domain) → the platform that lives there.
PLATFORM_HOSTS: Final[Mapping[str, Platform]] = {
    "reddit.com": Platform.REDDIT,
    "redd.it": Platform.REDDIT,
    "facebook.com": Platform.FACEBOOK,
    "fb.com": Platform.FACEBOOK,
    "instagram.com": Platform.INSTAGRAM,
    "x.com": Platform.X,
    "twitter.com": Platform.X,
    "bsky.app": Platform.BLUESKY,
    "tiktok.com": Platform.TIKTOK,
    "youtube.com": Platform.YOUTUBE,
    "youtu.be": Platform.YOUTUBE,
    "linkedin.com": Platform.LINKEDIN,
    "discord.com": Platform.DISCORD,
    "discord.gg": Platform.DISCORD,
    "quora.com": Platform.QUORA,
    "nextdoor.com": Platform.NEXTDOOR,
    "nextdoor.co.uk": Platform.NEXTDOOR,
    "substack.com": Platform.SUBSTACK,
    "stackexchange.com": Platform.STACK_EXCHANGE,
    "stackoverflow.com": Platform.STACK_EXCHANGE,
    "groups.google.com": Platform.GOOGLE_GROUPS,
    "groups.io": Platform.GROUPS_IO,
    "wikipedia.org": Platform.WIKIMEDIA,
    "wikimedia.org": Platform.WIKIMEDIA,
    "wikidata.org": Platform.WIKIMEDIA,
    "tildes.net": Platform.TILDES,
    "news.ycombinator.com": Platform.HACKER_NEWS,
    "academia.edu": Platform.ACADEMIA_EDU,
    "healthunlocked.com": Platform.HEALTHUNLOCKED,
    "inspire.com": Platform.INSPIRE,
    "forumotion.com": Platform.FORUMOTION,
    "forumactif.com": Platform.FORUMOTION,
}
